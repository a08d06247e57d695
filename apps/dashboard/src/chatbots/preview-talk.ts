import {
  type BotEffect,
  type BotFacts,
  type BotInput,
  type BotState,
  newBotState,
} from '@vetrina/domain/chatbots/bot-state';
import { step } from '@vetrina/domain/chatbots/step';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { Asked } from '@vetrina/protocol/conversation';
import type { FlowBlockId } from '@vetrina/protocol/ids';

/** A line of a preview: what was said, or what the bot did besides. */
export type PreviewLine =
  | { readonly by: 'bot'; readonly text: string; readonly replies: readonly string[]; readonly asks: Asked | null }
  | { readonly by: 'visitor'; readonly text: string }
  | { readonly by: 'system'; readonly effect: Extract<BotEffect, { do: 'identify' | 'hand-over' | 'resolve' | 'end' }> }
  | { readonly by: 'failure'; readonly of: 'webhook' | 'model'; readonly because: string };

export type PreviewCall = Extract<BotEffect, { do: 'call-webhook' | 'ask-model' }>;

/** A talk with a bot that nobody but its author has. */
export interface PreviewTalk {
  readonly bot: BotState;
  readonly lines: readonly PreviewLine[];
  /** The talk's own clock, ms: it is moved on by hand. */
  readonly at: number;
  readonly person: BotFacts['person'];
  /** What is to be asked of the outside, and was not yet. */
  readonly call: PreviewCall | null;
}

const NOBODY = { name: null, email: null, phone: null, userId: null, city: null, country: null };

/** Somebody new at a desk, of whom nothing is known. */
const STRANGER: NonNullable<BotFacts['visitor']> = {
  ...{ visits: 1, chats: 0, customer: false, country: null, city: null, device: 'desktop', browser: null, os: null },
  ...{ language: null, group: null, variables: {}, referrer: null, campaign: {} },
};

export interface PreviewWorld {
  readonly isTeamThere: boolean;
  readonly agents: BotFacts['team']['agents'];
  readonly groups: readonly string[];
  readonly page: BotFacts['page'];
}

export function beginTalk(flow: Flow, world: PreviewWorld, at: number): PreviewTalk {
  return play({ bot: newBotState(0), lines: [], at, person: NOBODY, call: null }, flow, { came: 'started' }, world);
}

/** One step of the very bot that visitors meet. */
export function play(talk: PreviewTalk, flow: Flow, input: BotInput, world: PreviewWorld): PreviewTalk {
  const facts: BotFacts = {
    ...{ at: talk.at, person: talk.person, visitor: STRANGER, page: world.page },
    team: {
      isThere: world.isTeamThere,
      agents: world.isTeamThere ? world.agents : [],
      groups: world.isTeamThere ? world.groups : [],
    },
  };
  const said: readonly PreviewLine[] = input.came === 'said' ? [{ by: 'visitor', text: input.text }] : [];
  const { state, effects } = step(flow, talk.bot, input, facts);
  return effects.reduce(follow, { ...talk, bot: state, lines: [...talk.lines, ...said] });
}

/** Waits as long as the bot does. */
export function waitThere(talk: PreviewTalk, flow: Flow, world: PreviewWorld): PreviewTalk {
  const { doing } = talk.bot;
  if (doing.is !== 'at' || doing.waits.for !== 'time') return talk;
  return play({ ...talk, at: doing.waits.until }, flow, { came: 'time' }, world);
}

export function activeBlock({ bot: { doing } }: PreviewTalk): FlowBlockId | null {
  return doing.is === 'at' ? doing.block : null;
}

function follow(talk: PreviewTalk, effect: BotEffect): PreviewTalk {
  switch (effect.do) {
    case 'say':
      return {
        ...talk,
        lines: [...talk.lines, { by: 'bot', text: effect.text, replies: effect.replies, asks: effect.asks }],
      };
    case 'identify':
      return { ...withLine(talk, { by: 'system', effect }), person: { ...talk.person, [effect.as]: effect.value } };
    case 'hand-over':
    case 'resolve':
    case 'end':
      return withLine(talk, { by: 'system', effect });
    case 'call-webhook':
    case 'ask-model':
      return { ...talk, call: effect };
    case 'wait':
    case 'count':
      return talk;
  }
}

export function withLine(talk: PreviewTalk, line: PreviewLine): PreviewTalk {
  return { ...talk, lines: [...talk.lines, line] };
}
