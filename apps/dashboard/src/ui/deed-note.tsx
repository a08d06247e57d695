import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './deed-note.module.css';
import { useErrorSentence } from './error-note.tsx';

/** What was done just now, and how to take it back. */
export interface Done {
  readonly text: string;
  readonly undo: (() => Promise<unknown>) | null;
}

type Note = { readonly is: 'done'; readonly done: Done } | { readonly is: 'failed'; readonly error: unknown };

/** Long enough to read and to press, ms. */
const STAYS = 7_000;

/** N6: runs a deed that has no button to show how it went, and tells. */
export function useDeedNote() {
  const [note, setNote] = useState<Note | null>(null);
  const run = useCallback(async (deed: Promise<unknown>, done: Done | null): Promise<void> => {
    try {
      await deed;
      setNote(done && { is: 'done', done });
    } catch (error) {
      setNote({ is: 'failed', error });
    }
  }, []);
  const gone = useCallback(() => setNote(null), []);
  return { note, run, gone };
}

export type DeedNotes = ReturnType<typeof useDeedNote>;

/** A line at the lower edge that goes by itself. */
export function DeedNote({ notes: { note, run, gone } }: { notes: DeedNotes }) {
  const { t } = useTranslation();
  const sentence = useErrorSentence();
  useEffect(() => {
    if (!note) return;
    const timer = setTimeout(gone, STAYS);
    return () => clearTimeout(timer);
  }, [note, gone]);
  const undo = note?.is === 'done' ? note.done.undo : null;
  return (
    <div role="status" className={classes.place}>
      {note && (
        <div className={classes.note} data-failed={note.is === 'failed' || undefined}>
          <span>{note.is === 'done' ? note.done.text : sentence(note.error)}</span>
          {undo && (
            <button type="button" onClick={() => void run(undo(), null)}>
              {t('phone.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
