import { beginsWait, TELL_AFTER, tellingAfter } from '@vetrina/domain/missed-conversation';
import type { JobQueue } from '../jobs/ports.ts';
import type { ConversationHappening, Mailer, Whereabouts } from './ports.ts';

export interface MailReactorParts {
  readonly mailer: Pick<Mailer, 'isOn'>;
  readonly queue: Pick<JobQueue, 'add'>;
  readonly whereabouts: Pick<Whereabouts, 'someoneOnline' | 'tellsOfMissed'>;
  readonly failed: (reason: unknown) => void;
}

/**
 * What e-mail has to do with a change of a conversation: puts off telling the team (C5, C8), and sends transcripts that were
 * asked for (C4). Called after the commit; what it is to do is kept in the queue.
 */
export function createMailReactor(parts: MailReactorParts): (change: ConversationHappening) => void {
  return (change) => {
    if (!parts.mailer.isOn || change.entries.length === 0) return;
    Promise.all([tellTheTeam(parts, change), sendTranscripts(parts, change)]).catch(parts.failed);
  };
}

async function tellTheTeam({ queue, whereabouts }: MailReactorParts, change: ConversationHappening): Promise<void> {
  const { account, conversation, at, entries } = change;
  // Now, not after the wait for the plan: who is there when the visitor writes counts.
  const someoneOnline = whereabouts.someoneOnline(account, conversation.visitor);
  if (tellingAfter(change, { someoneOnline, tellsOfMissed: true }) === null) return;
  const because = tellingAfter(change, { someoneOnline, tellsOfMissed: await whereabouts.tellsOfMissed(account) });
  const first = entries.find(beginsWait);
  if (because === null || first === undefined) return;
  await queue.add({
    kind: 'tell-the-team',
    payload: { because, account, conversation: conversation.id, seq: first.seq },
    runAt: at + TELL_AFTER,
    key: `tell:${conversation.id}`,
  });
}

async function sendTranscripts({ queue }: MailReactorParts, change: ConversationHappening): Promise<void> {
  const { account, conversation, at, entries } = change;
  for (const { body } of entries) {
    if (body.kind !== 'transcript-sent') continue;
    const payload = { account, conversation: conversation.id, to: body.email };
    await queue.add({ kind: 'send-transcript', payload, runAt: at });
  }
}
