import { waitingGreeting } from '@vetrina/domain/automation/greeting';
import type { BotFacts, BotInput, BotStep } from '@vetrina/domain/chatbots/bot-state';
import { type BotPlace, type BotTurn, takeTurn } from '@vetrina/domain/chatbots/bot-turn';
import { step } from '@vetrina/domain/chatbots/step';
import { isMessage } from '@vetrina/domain/conversation-messages';
import { type Moment, standing } from '@vetrina/domain/conversation-step';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { Ids } from '../platform/ids.ts';
import type { VisitorKey } from '../visitors/ports.ts';
import type { BotStanding, BotTalkLog, BotTurned } from './ports.ts';

/** No flow any more: whoever is in it has come to its end. */
const GONE: Flow = { start: null, blocks: [], connections: [] };

/** `no-plan`: the account's plan has no chatbots any more; the visitor waits for the team. Who is `blocked` is told nothing. */
export type BotLeave = 'may-talk' | 'no-plan' | 'blocked';

/**
 * A7: lets a visitor's bot hear what they said since its last turn, then what came from outside (`input`; null: nothing did), and act
 * on it, in one transaction. When one of the team has taken over, its place is gone, or it has no `leave`, the bot is over.
 */
export function takeBotTurn(
  parts: { readonly log: BotTalkLog; readonly ids: Pick<Ids, 'message'> },
  key: VisitorKey,
  input: BotInput | null,
  facts: BotFacts,
  leave: BotLeave,
): Promise<BotTurned | null> {
  const moment: Moment = { at: facts.at, newId: () => parts.ids.message() };
  return parts.log.turn(key, (standings) => decide(standings, input, facts, leave, moment));
}

function decide(
  standings: BotStanding,
  input: BotInput | null,
  facts: BotFacts,
  leave: BotLeave,
  moment: Moment,
): BotTurn | null {
  const { talk, chatbot, unheard } = standings;
  const place = placeOf(standings, facts.at);
  const bot = { who: 'automation', name: chatbot?.name ?? '', agent: null } as const;
  const flow = leave === 'no-plan' ? GONE : (chatbot?.flow ?? GONE);
  const isOver = place.in === 'nowhere' || leave === 'blocked';
  const inputs: BotInput[] = isOver ? [{ came: 'taken-over' }] : unheard.flatMap(heard);
  if (!isOver && input !== null) inputs.push(input);
  if (inputs.length === 0) return null;
  const stepped = inputs.reduce<BotStep>(
    (before, next) => {
      const after = step(flow, before.state, next, facts);
      return { state: after.state, effects: [...before.effects, ...after.effects] };
    },
    { state: talk.state, effects: [] },
  );
  return takeTurn(stepped, { place, pending: talk.pending }, bot, moment);
}

/**
 * As long as its greeting waits there, whatever an earlier bot has left behind; nowhere any more once somebody of the team writes, or
 * once the greeting was closed, or nobody answered it in time.
 */
function placeOf({ current, contact }: BotStanding, at: number): BotPlace {
  const greeting = contact?.greeting ?? null;
  if (contact !== null && greeting !== null)
    return waitingGreeting([contact], at) === null ? { in: 'nowhere' } : { in: 'greeting', greeting };
  return current?.automated === true ? { in: 'conversation', step: standing(current) } : { in: 'nowhere' };
}

function heard(entry: BotStanding['unheard'][number]): BotInput[] {
  if (!isMessage(entry)) return [];
  return [{ came: 'said', text: entry.body.kind === 'text' ? entry.body.text : '' }];
}
