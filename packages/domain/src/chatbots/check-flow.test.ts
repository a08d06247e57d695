import type { Flow } from '@vetrina/protocol/automation/flow';
import { flow as flowSchema } from '@vetrina/protocol/automation/flow';
import type { AgentId, FlowBlockId, GroupKey } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { expect, test } from 'vitest';
import { flowBlock, SURROUNDINGS } from './arbitrary-flows.ts';
import { checkFlow, type FlowSurroundings, isWarning, mayBePublished } from './check-flow.ts';
import { choice, drawFlow, END, handOver, question, type Sketch, type Sketched, say, sketchedReply } from './sketch.ts';
import { BOT_TEMPLATES, flowFromTemplate } from './templates.ts';

const draw = (sketch: Sketch): Flow => {
  const names = Object.keys(sketch);
  return drawFlow(sketch, () => flowBlock(names.shift() ?? ''));
};

/** `block problem`, with the exit or the answer if it is about one. */
function problems(sketch: Sketch, surroundings: FlowSurroundings = SURROUNDINGS): readonly string[] {
  return checkFlow(draw(sketch), surroundings).map(({ problem, block, exit, answer }) =>
    [block === null ? 'flow' : block.slice(2).replace(/_+$/, ''), problem, exit ?? answer ?? ''].join(' ').trim(),
  );
}

const hook = (more: Partial<Extract<Sketched['block'], { kind: 'webhook' }>>): Sketched => ({
  block: {
    ...{ kind: 'webhook', address: 'https://shop.example/hook', facts: [], answers: [], picks: [], timeoutSeconds: 5 },
    ...more,
  },
  to: { ok: 'end', failed: 'end' },
});
const model = (instructions: string): Sketched => ({
  block: { kind: 'model', instructions, turns: 2 },
  to: { done: 'end', 'hand-over': 'end', failed: 'end' },
});
const ask = (text: string, next: string) =>
  question({ asks: 'text', text, again: '', tries: 1, keepAs: 'order' }, { next, 'given-up': 'end' });
const handOverTo = (to: Extract<Sketched['block'], { kind: 'hand-over' }>['to']): Sketch => ({
  ask: ask('Order?', 'over'),
  over: { block: { kind: 'hand-over', to, text: '' }, to: { nobody: 'end' } },
  end: END,
});

test.each<[string, Sketch, readonly string[]]>([
  ['nothing at all', {}, ['flow no-start']],
  ['a whole flow', { hello: say('Hello {name}.', 'end'), end: END }, []],
  ['an exit that leads nowhere', { hello: say('Hello.', 'nowhere') }, ['hello dead-end next']],
  [
    'a reply that leads nowhere',
    { a: choice('?', [['Yes', 'x']], 'end'), end: END },
    [`a dead-end ${sketchedReply(0)}`],
  ],
  ['what nobody comes to, however unfinished', { hello: END, lost: say('', 'nowhere') }, ['lost unreachable']],
  ['a text of spaces', { hello: say('  ', 'end'), end: END }, ['hello empty-text']],
  ['an empty question', { hello: ask('', 'end'), end: END }, ['hello empty-text']],
  ['an empty reply', { a: choice('?', [['', 'end']], 'end'), end: END }, ['a empty-reply']],
  [
    'two replies that are read alike',
    {
      a: choice(
        '?',
        [
          ['Sì', 'end'],
          ['si ', 'end'],
        ],
        'end',
      ),
      end: END,
    },
    ['a doubled-reply'],
  ],
  [
    'a condition without one',
    {
      a: { block: { kind: 'condition', conditions: { match: 'all', list: [] } }, to: { yes: 'end', no: 'end' } },
      end: END,
    },
    ['a no-condition'],
  ],
  [
    'an answer that nobody asked for',
    { a: say('{answer.order} {answer.order}', 'end'), end: END },
    ['a unknown-answer order'],
  ],
  ['an answer that was asked for', { a: ask('Order?', 'b'), b: say('{answer.order}', 'end'), end: END }, []],
  [
    'a webhook that sends an answer nobody gave',
    { a: hook({ answers: ['order'] }), end: END },
    ['a unknown-answer order'],
  ],
  ['an answer that a webhook gives', { a: hook({ picks: [{ path: 'x', keepAs: 'order' }] }), end: END }, []],
  ['a webhook without https', { a: hook({ address: 'http://shop.example/' }), end: END }, ['a address-not-https']],
  [
    'a webhook with a user name',
    { a: hook({ address: 'https://me@shop.example/' }), end: END },
    ['a address-not-https'],
  ],
  ['a model without instructions', { a: model(' '), end: END }, ['a empty-instructions']],
  ['a loop in a hurry', { a: say('a', 'b'), b: say('b', 'a') }, ['a loop', 'b loop']],
  ['a webhook that is asked for ever', { a: { ...hook({}), to: { ok: 'end', failed: 'a' } }, end: END }, ['a loop']],
  ['a loop with a question in it', { a: ask('Order?', 'a'), end: END }, []],
  ['a loop with time in it', { a: say('a', 'b'), b: { block: { kind: 'delay', seconds: 60 }, to: { next: 'a' } } }, []],
  ['a hand-over before a word was said', { a: handOver('', 'end'), end: END }, ['a hands-over-unasked']],
  ['a hand-over to somebody', handOverTo({ to: 'agent', agent: SURROUNDINGS.agents[0] as AgentId }), []],
  [
    'a hand-over to somebody who is gone',
    handOverTo({ to: 'agent', agent: 'agGone' as AgentId }),
    ['over nobody-left'],
  ],
  ['a hand-over to a group that is gone', handOverTo({ to: 'group', group: 'gone' as GroupKey }), ['over nobody-left']],
])('A7: %s', (_what, sketch, expected) => {
  expect(problems(sketch)).toEqual(expected);
});

test('A7: a model that nobody has configured is told, and keeps nothing from being published', () => {
  const flow = draw({ a: model('Be kind.'), end: END });
  const found = checkFlow(flow, { ...SURROUNDINGS, model: false });
  expect(found.map(({ problem }) => problem)).toEqual(['no-model']);
  expect([found.every(isWarning), mayBePublished(found)]).toEqual([true, true]);
});

test('A7: more answers than are kept', () => {
  const names = Array.from({ length: LIMITS.botAnswers + 1 }, (_, index) => `a${index}`);
  const asks = names.map((keepAs, index) => [
    keepAs,
    question(
      { asks: 'text', text: '?', again: '', tries: 1, keepAs },
      { next: names[index + 1] ?? 'end', 'given-up': 'end' },
    ),
  ]);
  expect(problems({ ...Object.fromEntries(asks), end: END })).toEqual(['flow too-many-answers']);
});

test.each(BOT_TEMPLATES)('A7: the template %s is a whole flow but for what only its account knows', (template) => {
  let count = 0;
  const flow = flowFromTemplate(
    template,
    (key) => key,
    () => flowBlock(`${count++}x`) as FlowBlockId,
  );
  expect(flowSchema.safeParse(flow).success).toBe(true);
  const missing = checkFlow(flow, SURROUNDINGS).filter((problem) => !isWarning(problem));
  expect(missing.map(({ problem }) => problem)).toEqual(template === 'order-status' ? ['address-not-https'] : []);
  const places = flow.blocks.map(({ at }) => `${at.x} ${at.y}`);
  expect(new Set(places).size).toBe(places.length);
});
