import type { BlockOf, Exit, FlowBlock, HandOverTo, WebhookFact } from '@vetrina/protocol/automation/flow';
import type { Asked } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import { fillIn } from '../automation/fill-in.ts';
import { conditionsHold } from './bot-conditions.ts';
import type { BotFacts, BotStep } from './bot-state.ts';
import { also, end, say, waitAt, withState } from './bot-step.ts';
import { modelRequest } from './model-talk.ts';

const SECOND = 1_000;

/** A block was begun, and it is left at once by an exit, or (null) the bot waits there or is over. */
export interface Entered {
  readonly step: BotStep;
  readonly leaves: Exit | null;
}

const staying = (step: BotStep): Entered => ({ step, leaves: null });

export function enterBlock(before: BotStep, block: FlowBlock, facts: BotFacts): Entered {
  const step = withState(before, { tries: 0 });
  switch (block.kind) {
    case 'message':
      return enterMessage(step, block, facts);
    case 'ask':
      return staying(ask(step, block, block.text, facts));
    case 'condition':
      return { step, leaves: conditionsHold(block.conditions, step.state.answers, facts) ? 'yes' : 'no' };
    case 'delay': {
      const until = facts.at + block.seconds * SECOND;
      return staying(waitAt(also(step, { do: 'wait', until }), block.id, { for: 'time', until }));
    }
    case 'hand-over':
      return enterHandOver(step, block, facts);
    case 'webhook':
      return staying(callWebhook(step, block, facts));
    case 'model':
      return staying(enterModel(step, block));
    case 'end':
      return staying(end(block.resolves ? also(step, { do: 'resolve' }) : step, 'finished', block));
  }
}

/** Texts of the account, with what is known put in. Nothing is left of one that was only a placeholder. */
function filled(step: BotStep, text: string, { person }: BotFacts): string {
  return fillIn(text, person, step.state.answers).slice(0, LIMITS.message).toWellFormed();
}

function enterMessage(step: BotStep, block: BlockOf<'message'>, facts: BotFacts): Entered {
  const text = filled(step, block.text, facts);
  if (block.replies.length === 0) return { step: text === '' ? step : say(step, text), leaves: 'next' };
  const replies = block.replies.map((reply) => reply.text);
  return staying(waitAt(say(step, text || ELLIPSIS, { replies }), block.id, { for: 'input' }));
}

/** Says the question (or what is said after a wrong answer), and waits. */
export function ask(step: BotStep, block: BlockOf<'ask'>, text: string, facts: BotFacts): BotStep {
  const asks: Asked = block.asks === 'name' ? 'text' : block.asks;
  return waitAt(say(step, filled(step, text, facts) || ELLIPSIS, { asks }), block.id, { for: 'input' });
}

/** What has to be said although nothing is left of its text. */
const ELLIPSIS = '…';

function enterHandOver(step: BotStep, block: BlockOf<'hand-over'>, facts: BotFacts): Entered {
  if (!isThere(block.to, facts.team)) return { step, leaves: 'nobody' };
  const text = filled(step, block.text, facts);
  const told = text === '' ? step : say(step, text);
  return staying(end(also(told, { do: 'hand-over', to: block.to }), 'handed-over', block));
}

function isThere(to: HandOverTo, team: BotFacts['team']): boolean {
  switch (to.to) {
    case 'anyone':
      return team.isThere;
    case 'agent':
      return team.agents.includes(to.agent);
    case 'group':
      return team.groups.includes(to.group);
  }
}

function callWebhook(step: BotStep, block: BlockOf<'webhook'>, facts: BotFacts): BotStep {
  const { answers, calls } = step.state;
  const call = calls + 1;
  const request = {
    address: block.address,
    body: {
      visitor: Object.fromEntries(block.facts.map((fact) => [fact, factOf(fact, facts)])),
      answers: Object.fromEntries(
        block.answers.map((name) => [name, Object.hasOwn(answers, name) ? (answers[name] ?? null) : null]),
      ),
    },
    picks: block.picks,
    timeoutMs: block.timeoutSeconds * SECOND,
  };
  const called = also(withState(step, { calls: call }), { do: 'call-webhook', call, request });
  return waitAt(called, block.id, { for: 'webhook', call });
}

/** Country and language by their codes. */
function factOf(fact: WebhookFact, { person, visitor, page }: BotFacts): string | null {
  switch (fact) {
    case 'name':
    case 'email':
    case 'phone':
    case 'userId':
      return person[fact];
    case 'country':
    case 'city':
    case 'language':
    case 'group':
      return visitor?.[fact] ?? null;
    case 'page':
      return page.address;
  }
}

/** What the visitor said last is answered; if nothing is left unanswered, the bot waits for them to say something. */
function enterModel(step: BotStep, block: BlockOf<'model'>): BotStep {
  return step.state.lines.at(-1)?.by === 'visitor' ? askModel(step, block) : waitAt(step, block.id, { for: 'input' });
}

export function askModel(step: BotStep, block: BlockOf<'model'>): BotStep {
  const call = step.state.calls + 1;
  const request = modelRequest(block, step.state.lines);
  const asked = also(withState(step, { calls: call }), { do: 'ask-model', call, request });
  return waitAt(asked, block.id, { for: 'model', call, more: 0 });
}
