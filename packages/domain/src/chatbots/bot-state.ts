import type { Exit, HandOverTo } from '@vetrina/protocol/automation/flow';
import type { Asked } from '@vetrina/protocol/conversation';
import type { ModelCall, WebhookCall } from '@vetrina/protocol/http/chatbots';
import type { AgentId, FlowBlockId } from '@vetrina/protocol/ids';
import type { PageFacts, VisitorFacts } from '../automation/facts.ts';

/** What a bot waits for. `call` numbers what was asked of the outside: the answer to anything older comes too late. */
export type Waits =
  | { readonly for: 'input' }
  /** ms since 1970. */
  | { readonly for: 'time'; readonly until: number }
  | { readonly for: 'webhook'; readonly call: number }
  /** `more`: what the visitor has said since it was asked. */
  | { readonly for: 'model'; readonly call: number; readonly more: number };

/**
 * Why a bot has ended. `dead-end`, `loop` and `changed` (its place is gone from the flow) do not happen in a flow that was
 * checked and stays as it is; they are told and counted, so that nobody is left with a bot that is silently stuck.
 */
export const BOT_ENDINGS = ['finished', 'handed-over', 'taken-over', 'dead-end', 'loop', 'changed'] as const;
export type BotEnding = (typeof BOT_ENDINGS)[number];

export interface BotLine {
  readonly by: 'visitor' | 'bot';
  readonly text: string;
}

/** Where one visitor is in a bot's flow. Plain JSON: it survives restarts. */
export interface BotState {
  /** When the flow was published that it began with, ms since 1970. */
  readonly version: number;
  readonly doing:
    | { readonly is: 'new' }
    | { readonly is: 'at'; readonly block: FlowBlockId; readonly waits: Waits }
    | { readonly is: 'over'; readonly because: BotEnding };
  /** At an ask: wrong answers so far. At a model: what it has answered. */
  readonly tries: number;
  /** Blocks entered since the visitor last said something. */
  readonly passed: number;
  /** Calls made to the outside. */
  readonly calls: number;
  readonly answers: Readonly<Record<string, string>>;
  /** The last that was said, for models. */
  readonly lines: readonly BotLine[];
}

export function newBotState(version: number): BotState {
  return { version, doing: { is: 'new' }, tries: 0, passed: 0, calls: 0, answers: {}, lines: [] };
}

export type BotInput =
  | { readonly came: 'started' }
  /** A reply that was clicked is said like anything else. */
  | { readonly came: 'said'; readonly text: string }
  /** It is `facts.at`, and the bot asked to be woken. */
  | { readonly came: 'time' }
  /** `answers`: what `takeFrom` took from it. */
  | { readonly came: 'webhook-answered'; readonly call: number; readonly answers: Readonly<Record<string, string>> }
  | { readonly came: 'webhook-failed'; readonly call: number }
  /** As the model wrote it. */
  | { readonly came: 'model-answered'; readonly call: number; readonly text: string }
  | { readonly came: 'model-failed'; readonly call: number }
  /** One of the team has begun to talk with the visitor. */
  | { readonly came: 'taken-over' };

/** What is known at the moment of a step. */
export interface BotFacts {
  readonly at: number;
  /** In words, as texts name them; null: not known. */
  readonly person: Readonly<Record<'name' | 'email' | 'phone' | 'userId' | 'city' | 'country', string | null>>;
  /** Undefined: not known any more; conditions on it do not hold. */
  readonly visitor: VisitorFacts | undefined;
  /** The last one they were on. */
  readonly page: Pick<PageFacts, 'address' | 'title'>;
  readonly team: {
    /** Somebody is there for this visitor, as their box shows it (C5). */
    readonly isThere: boolean;
    /** Who is online, and groups of which somebody is. */
    readonly agents: readonly AgentId[];
    readonly groups: readonly string[];
  };
}

export type BotEffect =
  | {
      readonly do: 'say';
      readonly text: string;
      readonly replies: readonly string[];
      readonly asks: Asked | null;
    }
  | { readonly do: 'call-webhook'; readonly call: number; readonly request: WebhookCall }
  | { readonly do: 'ask-model'; readonly call: number; readonly request: ModelCall }
  /** Wake it with `time` then. */
  | { readonly do: 'wait'; readonly until: number }
  | { readonly do: 'identify'; readonly as: 'name' | 'email' | 'phone'; readonly value: string }
  | { readonly do: 'hand-over'; readonly to: HandOverTo }
  | { readonly do: 'resolve' }
  /** The last effect of all. */
  | { readonly do: 'end'; readonly because: BotEnding }
  /** For the statistics of the block. */
  | { readonly do: 'count'; readonly block: FlowBlockId; readonly what: 'entered' | 'ended' }
  | { readonly do: 'count'; readonly block: FlowBlockId; readonly what: 'left'; readonly by: Exit };

export interface BotStep {
  readonly state: BotState;
  readonly effects: readonly BotEffect[];
}
