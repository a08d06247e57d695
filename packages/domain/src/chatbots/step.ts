import type { BlockOf, Exit, Flow, FlowBlock } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { fold } from '../fold.ts';
import type { BotFacts, BotInput, BotState, BotStep, Waits } from './bot-state.ts';
import { also, end, keep, remember, say, waitAt, withState } from './bot-step.ts';
import { ask, askModel, enterBlock } from './enter-block.ts';
import { blockOf, targetOf } from './exits.ts';
import { readModelAnswer } from './model-talk.ts';
import { readAnswer } from './read-answer.ts';
import { keptAnswer } from './take-from.ts';

/** Blocks passed without a word of the visitor, over any number of steps: a flow can go through all of its blocks, and wait in some of them. */
export const LONGEST_RUN = 2 * LIMITS.botBlocks;

/**
 * A7: one step of a chatbot, in the server and in the preview alike. Takes the bot from one point at which it waits to the next,
 * and says what is to be done on the way, in that order. It always comes to an end, and what comes too late (or to a
 * bot that is over) changes nothing. A flow that has been published anew goes on where the bot is, as long as the block is
 * still there.
 */
export function step(flow: Flow, state: BotState, input: BotInput, facts: BotFacts): BotStep {
  const standing: BotStep = { state, effects: [] };
  const { doing } = state;
  if (doing.is === 'over') return standing;
  if (input.came === 'taken-over') {
    return end(standing, 'taken-over', doing.is === 'at' ? blockOf(flow, doing.block) : null);
  }
  if (doing.is === 'new') return input.came === 'started' ? walk(flow, standing, flow.start, facts) : standing;
  const block = blockOf(flow, doing.block);
  if (block === null || !canWait(block, doing.waits)) return end(standing, 'changed', null);
  return go(flow, at(standing, block, doing.waits, input, facts), block, facts);
}

/** What an input comes to at the block where the bot waits: by which exit it leaves; null: it stays there. */
interface Heard {
  readonly step: BotStep;
  readonly leaves: Exit | null;
}

/** A flow may have been published anew while a bot waits: its block may be of another kind. */
function canWait(block: FlowBlock, waits: Waits): boolean {
  switch (waits.for) {
    case 'input':
      return block.kind === 'ask' || block.kind === 'model' || (block.kind === 'message' && block.replies.length > 0);
    case 'time':
      return block.kind === 'delay';
    case 'webhook':
    case 'model':
      return block.kind === waits.for;
  }
}

function at(step: BotStep, block: FlowBlock, waits: Waits, input: BotInput, facts: BotFacts): Heard {
  const staying = { step, leaves: null };
  switch (input.came) {
    case 'said':
      return hear(
        withState(remember(step, { by: 'visitor', text: input.text }), { passed: 0 }),
        block,
        waits,
        input.text,
        facts,
      );
    case 'time':
      if (waits.for !== 'time') return staying;
      if (facts.at < waits.until) return { step: also(step, { do: 'wait', until: waits.until }), leaves: null };
      return { step, leaves: 'next' };
    case 'webhook-answered':
    case 'webhook-failed':
      if (waits.for !== 'webhook' || waits.call !== input.call || block.kind !== 'webhook') return staying;
      return input.came === 'webhook-failed'
        ? { step, leaves: 'failed' }
        : { step: keepPicks(step, block, input.answers), leaves: 'ok' };
    case 'model-answered':
    case 'model-failed':
      if (waits.for !== 'model' || waits.call !== input.call || block.kind !== 'model') return staying;
      return input.came === 'model-failed'
        ? { step, leaves: 'failed' }
        : hearModel(step, block, waits.more, input.text);
    case 'started':
    case 'taken-over':
      return staying;
  }
}

function hear(step: BotStep, block: FlowBlock, waits: Waits, said: string, facts: BotFacts): Heard {
  if (waits.for === 'model') {
    return { step: waitAt(step, block.id, { ...waits, more: waits.more + 1 }), leaves: null };
  }
  if (waits.for !== 'input') return { step, leaves: null };
  switch (block.kind) {
    case 'message': {
      const chosen = block.replies.find((reply) => fold(reply.text) === fold(said));
      return { step, leaves: chosen?.id ?? 'other' };
    }
    case 'ask':
      return hearAnswer(step, block, said, facts);
    case 'model':
      return { step: askModel(step, block), leaves: null };
    default:
      return { step, leaves: null };
  }
}

function hearAnswer(step: BotStep, block: BlockOf<'ask'>, said: string, facts: BotFacts): Heard {
  const value = readAnswer(block.asks, said);
  if (value !== null) {
    const kept = keep(step, { [block.keepAs]: value });
    if (block.asks === 'text') return { step: kept, leaves: 'next' };
    return { step: also(kept, { do: 'identify', as: block.asks, value }), leaves: 'next' };
  }
  const tries = step.state.tries + 1;
  if (tries >= block.tries) return { step, leaves: 'given-up' };
  return { step: ask(withState(step, { tries }), block, block.again || block.text, facts), leaves: null };
}

/** Only under the names that the block says, whatever the answer had. */
function keepPicks(step: BotStep, { picks }: BlockOf<'webhook'>, answers: Readonly<Record<string, string>>): BotStep {
  const names = picks.map(({ keepAs }) => keepAs).filter((name) => Object.hasOwn(answers, name));
  return keep(step, Object.fromEntries(names.map((name) => [name, keptAnswer(answers[name] ?? '')])));
}

/** `more`: what the visitor said while it thought is answered next. */
function hearModel(step: BotStep, block: BlockOf<'model'>, more: number, written: string): Heard {
  const { text, wants } = readModelAnswer(written);
  if (text === '' && wants === 'go-on') return { step, leaves: 'failed' };
  const said = text === '' ? step : say(step, text, { behind: more });
  const tries = step.state.tries + 1;
  const counted = withState(said, { tries });
  if (wants !== 'go-on') return { step: counted, leaves: wants };
  if (tries >= block.turns) return { step: counted, leaves: 'done' };
  if (more > 0) return { step: askModel(counted, block), leaves: null };
  return { step: waitAt(counted, block.id, { for: 'input' }), leaves: null };
}

function go(flow: Flow, { step, leaves }: Heard, block: FlowBlock, facts: BotFacts): BotStep {
  if (leaves === null) return step;
  const left = also(step, { do: 'count', block: block.id, what: 'left', by: leaves });
  return walk(flow, left, targetOf(flow, block.id, leaves), facts);
}

/** From block to block, until one keeps the bot. */
function walk(flow: Flow, before: BotStep, to: FlowBlockId | null, facts: BotFacts): BotStep {
  let [step, next] = [before, to];
  for (;;) {
    const block = blockOf(flow, next);
    if (block === null) return end(step, 'dead-end', null);
    const passed = step.state.passed + 1;
    if (passed > LONGEST_RUN) return end(step, 'loop', null);
    const counted = also(withState(step, { passed }), { do: 'count', block: block.id, what: 'entered' });
    const { step: entered, leaves } = enterBlock(counted, block, facts);
    if (leaves === null) return entered;
    step = also(entered, { do: 'count', block: block.id, what: 'left', by: leaves });
    next = targetOf(flow, block.id, leaves);
  }
}
