import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './action-form.module.css';
import { ErrorNote } from './error-note.tsx';

interface ActionFormProps {
  /** The deed by its name: "Save", "Send". */
  action: string;
  /** How the deed stands, as a mutation tells. */
  deed: { readonly isPending: boolean; readonly error: unknown };
  /** Larger where the form is all there is on the page. */
  size?: 'sm' | 'md';
  onSubmit: () => void;
  children: ReactNode;
}

/** Fields, what the server had against them, and one button. */
export function ActionForm({ action, deed, size = 'sm', onSubmit, children }: ActionFormProps) {
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <ErrorNote error={deed.error} />
      <Button type="submit" size={size} loading={deed.isPending}>
        {action}
      </Button>
    </form>
  );
}
