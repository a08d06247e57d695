import type { Clock } from './platform/clock.ts';

/** What is being ended, for whoever wants to know why it takes so long. */
export type EndingStep = 'nothing' | 'visitors and agents' | 'requests' | 'jobs' | 'the database';

interface EndParts {
  readonly app: { drain(): Promise<void>; stop(): Promise<void>; readonly ending: EndingStep };
  readonly clock: Pick<Clock, 'after'>;
  readonly closeDoor: () => void;
  readonly complain: (about: unknown) => void;
  readonly exit: (code: number) => void;
}

/** Longer than all its steps may take together, and shorter than the 30 s after which most supervisors kill, ms. */
const LONGEST = 25_000;

/**
 * What a signal does: the first one drains; a second one, from somebody who will not wait, ends at once. An end that does not
 * come is made: what was acknowledged is on disk, and a supervisor's SIGKILL would not say what it was waiting for.
 */
export function endOnce({ app, clock, closeDoor, complain, exit }: EndParts): () => void {
  let ending = false;
  return () => {
    if (ending) return exit(1);
    ending = true;
    closeDoor();
    const giveUp = clock.after(LONGEST, () => {
      complain(`The server did not end in ${LONGEST / 1_000} s: it waits for ${app.ending}. It ends now.`);
      exit(1);
    });
    app
      .drain()
      .then(() => app.stop())
      .then(
        () => {
          giveUp();
          exit(0);
        },
        (error: unknown) => {
          complain(error);
          exit(1);
        },
      );
  };
}
