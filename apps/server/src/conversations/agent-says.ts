import { contactByAgent } from '@vetrina/domain/automation/greeting';
import type { Conversation } from '@vetrina/domain/conversation';
import { agentNotes, opensConversation, agentSays as said } from '@vetrina/domain/conversation-messages';
import { isOver } from '@vetrina/domain/conversation-step';
import { sees } from '@vetrina/domain/group-scope';
import type { Account } from '@vetrina/protocol/http/account';
import type { MessageId } from '@vetrina/protocol/ids';
import type { AgentSay } from '@vetrina/protocol/messages/say';
import type { FileBook } from '../files/ports.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { demandOpening } from './demand-opening.ts';
import { fileMayBeSaid, keptText, messageBody } from './message-body.ts';
import type { ConversationLog, Place, Standing } from './ports.ts';
import { type ActingAgent, demandNewest, demandSight, momentOf, type SayingOutcome, sayOnce } from './settle.ts';

export interface AgentSaysParts {
  readonly log: ConversationLog;
  readonly ids: Pick<Ids, 'message' | 'conversation'>;
  readonly files: Pick<FileBook, 'mayBeSaid'>;
}

/** Where a visitor is whom an agent writes to; null: not on the site. */
export type Whereabouts = {
  readonly group: string | null;
  readonly page: { readonly url: string; readonly title: string } | null;
} | null;

/**
 * An agent writes to a visitor, or a note to colleagues (C2, C3, C4). Writing to a visitor with whom no conversation goes on
 * opens one, which is a matter of the plan (V8); answering is not.
 * @throws Refusal `not_found` for whom or what they may not see, and for a file that is not theirs; `plan_required`,
 *   `id_reused`, `newer_conversation`; `bad_request` for a note that is a file
 */
export function agentSays(
  parts: AgentSaysParts,
  account: Pick<Account, 'plan'>,
  actor: ActingAgent,
  { id, to, audience, saying }: Pick<AgentSay, 'id' | 'to' | 'audience' | 'saying'>,
  visitorIs: Whereabouts,
  at: number,
): Promise<SayingOutcome> {
  const place = placeOf(actor, to);
  if (audience === 'everyone') return sayToVisitor(parts, account, actor, { id, place, saying, visitorIs }, at);
  if (saying.kind === 'file') throw new Refusal('bad_request');
  return sayToColleagues(parts, actor, { id, place, text: keptText(saying.text) }, at);
}

function placeOf({ account }: ActingAgent, to: AgentSay['to']): Place {
  switch (to.to) {
    case 'conversation':
      return { account, conversation: to.conversation };
    case 'visitor':
      return { account, visitor: to.visitor };
  }
}

async function sayToVisitor(
  parts: AgentSaysParts,
  account: Pick<Account, 'plan'>,
  actor: ActingAgent,
  { id, place, saying, visitorIs }: Pick<AgentSay, 'id' | 'saying'> & { place: Place; visitorIs: Whereabouts },
  at: number,
): Promise<SayingOutcome> {
  const body = messageBody(saying);
  const sender = { who: 'agent', agent: actor.agent } as const;
  const fileIsTheirs = await fileMayBeSaid(parts.files, actor.account, saying, sender);
  return sayOnce(parts, place, { id, sender, body }, at, async (standing) => {
    const group = visitorIs === null ? standing.visitorGroup : visitorIs.group;
    const current = continued(actor, standing, group, at);
    if (!fileIsTheirs) throw new Refusal('not_found');
    demandOpening(account, current);
    demandNewest(standing);
    const beginning = {
      id: parts.ids.conversation(),
      ...{ visitor: standing.visitor, group, page: visitorIs?.page ?? null, offline: false },
      greeting: await standing.greeting(at),
    };
    const step = said(current, actor.agent, { id, body }, beginning, momentOf(parts, at));
    return opensConversation(current) ? { ...step, contact: contactByAgent(id, at) } : step;
  });
}

/**
 * The conversation that a message would continue, as far as this agent sees it; null: it would begin another.
 * @throws Refusal `not_found`
 */
function continued(actor: ActingAgent, { current }: Standing, group: string | null, at: number): Conversation | null {
  if (!isOver(current, at)) return demandSight(actor, current);
  // What is over says nothing of who may write now: the visitor's group does.
  if (!sees(actor.groups, group)) throw new Refusal('not_found');
  return null;
}

function sayToColleagues(
  parts: AgentSaysParts,
  actor: ActingAgent,
  { id, place, text }: { readonly id: MessageId; readonly place: Place; readonly text: string },
  at: number,
): Promise<SayingOutcome> {
  const body = { kind: 'note', text } as const;
  const sender = { who: 'agent', agent: actor.agent } as const;
  return sayOnce(parts, place, { id, sender, body }, at, ({ current }) =>
    agentNotes(demandSight(actor, current), actor.agent, { id, body }, momentOf(parts, at)),
  );
}
