import type { MessageId } from '@vetrina/protocol/ids';
import type { Greeting } from '../automation/greeting.ts';
import { type BotSender, botIsDone, handOver, resolveByBot } from '../conversation-bots.ts';
import { automationSays } from '../conversation-messages.ts';
import type { Moment, Step } from '../conversation-step.ts';
import type { BotEffect, BotEnding, BotState, BotStep } from './bot-state.ts';

/** What a bot waits for from outside. Plain JSON: it is gone on with after a restart. */
export type BotPending = Extract<BotEffect, { do: 'wait' | 'call-webhook' | 'ask-model' }>;
export type BotCount = Extract<BotEffect, { do: 'count' }>;
export type Introduction = Extract<BotEffect, { do: 'identify' }>;

/**
 * Where a bot speaks: in a conversation, or, before the visitor has answered, in what waits for their answer (A8). `nowhere`: it may
 * not any more.
 */
export type BotPlace =
  | { readonly in: 'conversation'; readonly step: Step }
  | { readonly in: 'greeting'; readonly greeting: Greeting }
  | { readonly in: 'nowhere' };

/** What one turn of a bot comes to. */
export interface BotTurn {
  readonly place: BotPlace;
  readonly state: BotState;
  readonly pending: BotPending | null;
  readonly counts: readonly BotCount[];
  readonly introductions: readonly Introduction[];
}

/** Does to the place what a bot's steps say, in their order. `pending`: what the bot waited for before. */
export function takeTurn(
  { state, effects }: BotStep,
  begun: { readonly place: BotPlace; readonly pending: BotPending | null },
  bot: BotSender,
  moment: Moment,
): BotTurn {
  let { place, pending } = begun;
  const counts: BotCount[] = [];
  const introductions: Introduction[] = [];
  for (const effect of effects) {
    switch (effect.do) {
      case 'wait':
      case 'call-webhook':
      case 'ask-model':
        pending = effect;
        break;
      case 'count':
        counts.push(effect);
        break;
      case 'identify':
        introductions.push(effect);
        break;
      case 'say':
      case 'hand-over':
      case 'resolve':
      case 'end':
        place = acted(place, effect, bot, moment);
        break;
    }
  }
  return { place, state, pending: isOutside(state) ? pending : null, counts, introductions };
}

function acted(place: BotPlace, act: Act, bot: BotSender, moment: Moment): BotPlace {
  switch (place.in) {
    case 'conversation':
      return inConversation(place.step, act, bot, moment);
    case 'greeting':
      return inGreeting(place.greeting, act);
    case 'nowhere':
      return place;
  }
}

type Act = Extract<BotEffect, { do: 'say' | 'hand-over' | 'resolve' | 'end' }>;

function inConversation(step: Step, act: Act, bot: BotSender, moment: Moment): BotPlace {
  const place = (next: Step): BotPlace => ({ in: 'conversation', step: next });
  switch (act.do) {
    case 'say':
      return place(automationSays(step, { id: moment.newId(), at: moment.at, sender: bot, body: bodyOf(act) }));
    case 'hand-over':
      return place(handOver(step, bot, act.to, moment));
    case 'resolve':
      return place(resolveByBot(step, bot, moment));
    case 'end':
      return place(botIsDone(step, bot, LEFT_WAITING.has(act.because), moment));
  }
}

/** Endings that no flow intends. */
const LEFT_WAITING: ReadonlySet<BotEnding> = new Set(['dead-end', 'loop', 'changed']);

/** Whoever is handed over before they said anything is handed over when they do: then nobody answers for the team. */
function inGreeting(greeting: Greeting, act: Act): BotPlace {
  const { replies: _, asks: __, ...rest } = greeting;
  if (act.do !== 'say') return { in: 'greeting', greeting: { ...greeting, automated: false } };
  const { text, ...offers } = bodyOf(act);
  return { in: 'greeting', greeting: { ...rest, ...offersOf(offers), texts: [...greeting.texts, text] } };
}

const offersOf = ({ replies, asks }: Pick<Greeting, 'replies' | 'asks'>) => ({
  ...(replies && { replies }),
  ...(asks && { asks }),
});

function bodyOf({ text, replies, asks }: Extract<Act, { do: 'say' }>) {
  return {
    kind: 'text' as const,
    text,
    ...(replies.length > 0 && { replies: [...replies] }),
    ...(asks !== null && { asks }),
  };
}

function isOutside({ doing }: BotState): boolean {
  return doing.is === 'at' && doing.waits.for !== 'input';
}

/** An empty greeting, for a bot that begins. */
export function emptyGreeting(id: MessageId, at: number, sender: BotSender, opensBox: boolean): Greeting {
  return { id, at, sender, texts: [], opensBox, automated: true };
}
