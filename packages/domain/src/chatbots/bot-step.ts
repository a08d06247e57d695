import type { FlowBlock } from '@vetrina/protocol/automation/flow';
import type { Asked } from '@vetrina/protocol/conversation';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { BotEffect, BotEnding, BotLine, BotState, BotStep, Waits } from './bot-state.ts';

/** What a step is made of. Each takes the step as far as it has come, and returns it one thing further. */
export function also({ state, effects }: BotStep, ...more: readonly BotEffect[]): BotStep {
  return { state, effects: [...effects, ...more] };
}

export function withState({ state, effects }: BotStep, change: Partial<BotState>): BotStep {
  return { state: { ...state, ...change }, effects };
}

export function waitAt(step: BotStep, block: FlowBlockId, waits: Waits): BotStep {
  return withState(step, { doing: { is: 'at', block, waits } });
}

/** `at`: the block that it ends in; null: it has left one, and come to none. */
export function end(step: BotStep, because: BotEnding, at: FlowBlock | null): BotStep {
  const ended = withState(step, { doing: { is: 'over', because }, lines: [] });
  const counted = at === null ? ended : also(ended, { do: 'count', block: at.id, what: 'ended' });
  return also(counted, { do: 'end', because });
}

interface Saying {
  readonly replies?: readonly string[];
  readonly asks?: Asked;
  /** It answers what was said before the last so many lines. */
  readonly behind?: number;
}

/** Says a text that is neither filled in nor read from here on. */
export function say(step: BotStep, text: string, { replies, asks, behind }: Saying = {}): BotStep {
  const said = also(step, { do: 'say', text, replies: replies ?? [], asks: asks ?? null });
  return remember(said, { by: 'bot', text }, behind);
}

/** Keeps what was said, for models. */
export function remember(step: BotStep, { by, text }: BotLine, behind = 0): BotStep {
  const { lines } = step.state;
  const at = Math.max(lines.length - behind, 0);
  const line = { by, text: text.slice(0, LIMITS.modelText).toWellFormed() };
  return withState(step, { lines: [...lines.slice(0, at), line, ...lines.slice(at)].slice(-LIMITS.modelHistory) });
}

/** A name that is new when `LIMITS.botAnswers` are kept is not kept: a checked flow has no more. */
export function keep(step: BotStep, answers: Readonly<Record<string, string>>): BotStep {
  const kept = new Map(Object.entries(step.state.answers));
  for (const [name, value] of Object.entries(answers)) {
    if (kept.has(name) || kept.size < LIMITS.botAnswers) kept.set(name, value);
  }
  return withState(step, { answers: Object.fromEntries(kept) });
}
