import { useState } from 'react';
import { signOut } from './end-session.ts';

/** Whoever walks away from a screen must not believe that it is locked: what failed is said. */
export function useSignOut() {
  const [error, setError] = useState<unknown>(null);
  const leave = (): void => {
    setError(null);
    signOut().catch(setError);
  };
  return { signOut: leave, error };
}
