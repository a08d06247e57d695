import { useState } from 'react';
import { call } from '../api/client.ts';
import { endSession } from './end-session.ts';

/** Whoever walks away from a screen must not believe that it is locked: what failed is said. */
export function useSignOut() {
  const [error, setError] = useState<unknown>(null);
  const signOut = (): void => {
    setError(null);
    call('signOut', {}).then(() => endSession('/sign-in'), setError);
  };
  return { signOut, error };
}
