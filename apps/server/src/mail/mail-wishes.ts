import { createAttemptLimit } from '../platform/attempts.ts';
import type { Clock } from '../platform/clock.ts';
import type { MailWishes } from './ports.ts';

const HOUR = 3_600_000;
/** A busy agent's transcripts; all visitors of one company. */
const PER_SENDER = 30;
/** From everybody who can name an address here: nobody's mailbox is filled through us. */
const PER_RECEIVER = 5;

/** Of one account's visitors, in all: many addresses make no relay of it. */
const PER_ACCOUNT = 200;

/** Without it, this server would send anybody's words to anybody. */
export function createMailWishes(clock: Pick<Clock, 'now'>): MailWishes {
  const perSender = createAttemptLimit(clock, PER_SENDER, HOUR);
  const perReceiver = createAttemptLimit(clock, PER_RECEIVER, HOUR);
  const perAccount = createAttemptLimit(clock, PER_ACCOUNT, HOUR);
  return {
    count(sender, receiver, account) {
      if (account !== undefined) perAccount.count(account);
      perSender.count(sender);
      perReceiver.count(receiver.toLowerCase());
    },
  };
}
