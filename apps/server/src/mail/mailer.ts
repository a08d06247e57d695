import type { JobQueue } from '../jobs/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Mailer } from './ports.ts';

/** Mails go through the queue, so that a server that is away, or an end of ours, loses none. */
export function createMailer(parts: {
  readonly queue: Pick<JobQueue, 'add'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly isOn: boolean;
}): Mailer {
  const { queue, clock, isOn } = parts;
  return {
    isOn,
    async send(mail) {
      if (!isOn) throw new Refusal('mail_off');
      await queue.add({ kind: 'send-mail', payload: { ...mail }, runAt: clock.now() });
    },
  };
}
