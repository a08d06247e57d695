import type { Flow } from '@vetrina/protocol/automation/flow';
import type { GroupKey } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { flowBlock, VERA } from '@vetrina/testkit/arbitrary-flows';
import { NOON } from '@vetrina/testkit/arbitrary-rules';
import { expect, test } from 'vitest';
import { type BotEffect, type BotFacts, type BotInput, type BotStep, newBotState } from './bot-state.ts';
import { choice, drawFlow, END, handOver, question, type Sketch, say } from './sketch.ts';
import { step } from './step.ts';

const FACTS: BotFacts = {
  at: NOON,
  person: { name: 'Anna', email: null, phone: null, userId: 'u-7', city: null, country: 'Italy' },
  visitor: {
    ...{ visits: 2, chats: 0, customer: false, country: 'IT', city: null, device: 'phone', browser: null, os: null },
    ...{ language: 'it', group: null, variables: {}, referrer: null, campaign: {} },
  },
  page: { address: 'https://shop.example/cart', title: 'Your cart' },
  team: { isThere: false, agents: [], groups: [] },
};
const THERE: BotFacts = { ...FACTS, team: { isThere: true, agents: [VERA], groups: ['sales'] } };

const draw = (sketch: Sketch): Flow => {
  const names = Object.keys(sketch);
  return drawFlow(sketch, () => flowBlock(names.shift() ?? ''));
};
const said = (text: string): BotInput => ({ came: 'said', text });

/** Plays inputs one after the other; what the last one came to. */
function play(flow: Flow, inputs: readonly BotInput[], facts: BotFacts = FACTS): BotStep {
  return inputs.reduce<BotStep>(({ state }, input) => step(flow, state, input, facts), {
    state: newBotState(NOON),
    effects: [],
  });
}
const started = (flow: Flow, facts?: BotFacts) => play(flow, [{ came: 'started' }], facts);
const after = (flow: Flow, ...inputs: BotInput[]) => play(flow, [{ came: 'started' }, ...inputs]);

/** What the visitor sees. */
const texts = ({ effects }: BotStep) => effects.flatMap((effect) => (effect.do === 'say' ? [effect.text] : []));
const counted = ({ effects }: BotStep) =>
  effects.flatMap((one) =>
    one.do === 'count' ? [`${one.block.slice(2).replace(/_+$/, '')} ${one.what === 'left' ? one.by : one.what}`] : [],
  );
const deeds = ({ effects }: BotStep): BotEffect['do'][] =>
  effects.map((effect) => effect.do).filter((deed) => deed !== 'count');

const SIZES = draw({
  size: choice(
    'Hello {name}. Which size?',
    [
      ['Small', 'small'],
      ['Più grande', 'large'],
    ],
    'other',
  ),
  small: say('Small it is.', 'end'),
  large: say('Large it is.', 'end'),
  other: say('We will see.', 'end'),
  end: END,
});

test('A7: a message offers its replies and waits', () => {
  const step = started(SIZES);
  expect(step.effects[1]).toEqual({
    do: 'say',
    text: 'Hello Anna. Which size?',
    replies: ['Small', 'Più grande'],
    asks: null,
  });
  expect(step.state.doing).toEqual({ is: 'at', block: flowBlock('size'), waits: { for: 'input' } });
});

test.each([
  ['Small', 'Small it is.'],
  [' piu GRANDE ', 'Large it is.'],
  ['Smaller', 'We will see.'],
])('A7: “%s” is answered with “%s”', (typed, answer) => {
  const step = after(SIZES, said(typed));
  expect(texts(step)).toEqual([answer]);
  expect(step.state.doing).toEqual({ is: 'over', because: 'finished' });
});

test('A7: every block counts who came, by which exit they left, and who ended there', () => {
  expect(counted(started(SIZES))).toEqual(['size entered']);
  expect(counted(after(SIZES, said('hm')))).toEqual([
    'size other',
    'other entered',
    'other next',
    'end entered',
    'end ended',
  ]);
});

test('A7: a message without replies goes on at once, and one of which nothing is left is not said', () => {
  const step = started(
    draw({ one: say('One.', 'city'), city: say('{city}', 'two'), two: say('Two.', 'end'), end: END }),
  );
  expect(texts(step)).toEqual(['One.', 'Two.']);
});

const asking = (asks: 'text' | 'name' | 'email' | 'phone') =>
  draw({
    ask: question(
      { asks, text: 'Please tell.', again: 'Again, please.', tries: 2, keepAs: 'told' },
      { next: 'got', 'given-up': 'gone' },
    ),
    got: say('Got {answer.told}.', 'end'),
    gone: say('Never mind.', 'end'),
    end: END,
  });

test.each([
  ['email', 'it is anna@example.com, thanks', 'anna@example.com'],
  ['email', 'anna@example', null],
  ['email', 'a@example.com or b@example.com', null],
  ['phone', ' +39 06 123-456 ', '+39 06 123-456'],
  ['phone', '12345', null],
  ['phone', '1234567890123456', null],
  ['phone', 'call me at 0612345', null],
  ['name', '  Anna \n Rossi ', 'Anna Rossi'],
  ['name', '   ', null],
  ['text', 'A-17', 'A-17'],
] as const)('A7: asked for %s, “%s” is kept as %s', (asks, typed, kept) => {
  const step = after(asking(asks), said(typed));
  expect(step.state.answers).toEqual(kept === null ? {} : { told: kept });
  expect(texts(step)).toEqual([kept === null ? 'Again, please.' : `Got ${kept}.`]);
  const identified = step.effects.filter((effect) => effect.do === 'identify');
  expect(identified).toEqual(kept === null || asks === 'text' ? [] : [{ do: 'identify', as: asks, value: kept }]);
});

test('A7: after so many wrong answers the bot gives up asking', () => {
  const step = after(asking('email'), said('no'), said('why?'));
  expect(texts(step)).toEqual(['Never mind.']);
  expect(step.state.answers).toEqual({});
});

test('A7: every question has its own attempts, and only so many answers are kept', () => {
  const email = { asks: 'email', text: 'E-mail?', again: '', tries: 2 } as const;
  const flow = draw({
    one: question({ ...email, keepAs: 'one' }, { next: 'two', 'given-up': 'end' }),
    two: question({ ...email, keepAs: 'two' }, { next: 'end', 'given-up': 'end' }),
    end: END,
  });
  const inputs = [said('no'), said('a@example.com'), said('no')];
  expect(after(flow, ...inputs).state.doing).toMatchObject({ is: 'at', block: flowBlock('two') });

  const full = Object.fromEntries(Array.from({ length: LIMITS.botAnswers - 1 }, (_, index) => [`a${index}`, 'x']));
  const { state } = started(flow);
  const { answers } = [said('a@example.com'), said('b@example.com')].reduce(
    (now, input) => step(flow, now, input, FACTS).state,
    { ...state, answers: full },
  );
  expect([Object.keys(answers).length, answers.one, answers.two]).toEqual([
    LIMITS.botAnswers,
    'a@example.com',
    undefined,
  ]);
});

test('A7: the question says what it asks for, so that the right keyboard opens', () => {
  const asked = (['text', 'name', 'email', 'phone'] as const).map((asks) => started(asking(asks)).effects[1]);
  expect(asked.map((effect) => effect?.do === 'say' && effect.asks)).toEqual(['text', 'text', 'email', 'phone']);
});

test('A7: what a visitor answers is put into texts as text, and never read again', () => {
  const step = after(asking('text'), said('{name} {answer.told} $&'));
  expect(texts(step)).toEqual(['Got {name} {answer.told} $&.']);
});

test.each([
  [{ about: 'address', test: 'contains', value: '/cart' }, 'yes'],
  [{ about: 'visitor', is: 'new' }, 'no'],
  [{ about: 'team', is: 'offline' }, 'yes'],
  [{ about: 'team', is: 'online' }, 'no'],
  [{ about: 'answer', name: 'told', test: 'at-least', value: '10' }, 'yes'],
  [{ about: 'answer', name: 'told', test: 'is', value: '13' }, 'no'],
  [{ about: 'answer', name: 'constructor', test: 'contains', value: 'function' }, 'no'],
] as const)('A7: with the answer 12,5 on the cart page, %j: %s', (condition, way) => {
  const flow = draw({
    ask: question(
      { asks: 'text', text: 'How much?', again: '', tries: 1, keepAs: 'told' },
      { next: 'if', 'given-up': 'end' },
    ),
    if: { block: { kind: 'condition', conditions: { match: 'all', list: [condition] } }, to: { yes: 'yes', no: 'no' } },
    yes: say('yes', 'end'),
    no: say('no', 'end'),
    end: END,
  });
  expect(texts(after(flow, said('12,5')))).toEqual([way]);
});

test('A7: a visitor who is not known any more fulfils no condition', () => {
  const flow = draw({
    if: {
      block: {
        kind: 'condition',
        conditions: {
          match: 'any',
          list: [
            { about: 'customer', is: false },
            { about: 'customer', is: true },
          ],
        },
      },
      to: { yes: 'yes', no: 'end' },
    },
    yes: say('yes', 'end'),
    end: END,
  });
  expect(texts(started(flow))).toEqual(['yes']);
  expect(texts(started(flow, { ...FACTS, visitor: undefined }))).toEqual([]);
});

const WAITING = draw({
  wait: { block: { kind: 'delay', seconds: 30 }, to: { next: 'late' } },
  late: say('Still there?', 'end'),
  end: END,
});

test('A7: a delay ends when its time has come, and not a moment before', () => {
  const begun = started(WAITING);
  expect(begun.effects.at(-1)).toEqual({ do: 'wait', until: NOON + 30_000 });
  const early = step(WAITING, begun.state, { came: 'time' }, { ...FACTS, at: NOON + 29_999 });
  expect([early.state, early.effects]).toEqual([begun.state, [{ do: 'wait', until: NOON + 30_000 }]]);
  expect(texts(step(WAITING, begun.state, said('hello'), FACTS))).toEqual([]);
  expect(texts(step(WAITING, early.state, { came: 'time' }, { ...FACTS, at: NOON + 30_000 }))).toEqual([
    'Still there?',
  ]);
});

test.each([
  [{ to: 'anyone' }, THERE, true],
  [{ to: 'anyone' }, FACTS, false],
  [{ to: 'agent', agent: VERA }, THERE, true],
  [{ to: 'agent', agent: VERA }, { ...THERE, team: { ...THERE.team, agents: [] } }, false],
  [{ to: 'group', group: 'sales' as GroupKey }, THERE, true],
  [{ to: 'group', group: 'returns' as GroupKey }, THERE, false],
] as const)('A7: handed over to %j if somebody is there', (to, facts, isThere) => {
  const flow = draw({
    over: { block: { kind: 'hand-over', to, text: 'One moment, {name}.' }, to: { nobody: 'nobody' } },
    nobody: say('Nobody is here.', 'end'),
    end: END,
  });
  const step = started(flow, facts);
  expect(texts(step)).toEqual([isThere ? 'One moment, Anna.' : 'Nobody is here.']);
  expect(step.effects.filter((effect) => effect.do === 'hand-over')).toEqual(isThere ? [{ do: 'hand-over', to }] : []);
  expect(step.state.doing).toEqual({ is: 'over', because: isThere ? 'handed-over' : 'finished' });
});

const HOOK = draw({
  ask: question(
    { asks: 'text', text: 'Which order?', again: '', tries: 1, keepAs: 'order' },
    { next: 'hook', 'given-up': 'end' },
  ),
  hook: {
    block: {
      ...{ kind: 'webhook', address: 'https://shop.example/hook', facts: ['name', 'country', 'page', 'phone'] },
      ...{ answers: ['order', 'nothing'], timeoutSeconds: 5, picks: [{ path: 'order.status', keepAs: 'status' }] },
    },
    to: { ok: 'ok', failed: 'failed' },
  },
  ok: say('It is {answer.status|lost}.', 'end'),
  failed: say('I could not find out.', 'end'),
  end: END,
});

test('A7: a webhook is told what was chosen, and nothing else', () => {
  expect(after(HOOK, said('A-17')).effects.at(-1)).toEqual({
    ...{ do: 'call-webhook', call: 1 },
    request: {
      address: 'https://shop.example/hook',
      body: {
        visitor: { name: 'Anna', country: 'IT', page: 'https://shop.example/cart', phone: null },
        answers: { order: 'A-17', nothing: null },
      },
      ...{ picks: [{ path: 'order.status', keepAs: 'status' }], timeoutMs: 5_000 },
    },
  });
});

test.each<[BotInput, readonly string[]]>([
  [{ came: 'webhook-answered', call: 1, answers: { status: 'sent {name}', order: 'forged' } }, ['It is sent {name}.']],
  [{ came: 'webhook-answered', call: 1, answers: {} }, ['It is lost.']],
  [{ came: 'webhook-failed', call: 1 }, ['I could not find out.']],
  [{ came: 'webhook-answered', call: 0, answers: { status: 'late' } }, []],
  [{ came: 'model-failed', call: 1 }, []],
  [{ came: 'time' }, []],
  [said('Hello?'), []],
])('A7: while a webhook is asked, %j comes to %j', (input, answer) => {
  const step = after(HOOK, said('A-17'), input);
  expect(texts(step)).toEqual(answer);
  expect(step.state.answers.order).toBe('A-17');
});

const MODEL = draw({
  ask: question(
    { asks: 'text', text: 'Your question?', again: '', tries: 1, keepAs: 'question' },
    { next: 'model', 'given-up': 'end' },
  ),
  model: {
    block: { kind: 'model', instructions: 'We sell lamps.', turns: 2 },
    to: { done: 'done', 'hand-over': 'over', failed: 'failed' },
  },
  done: say('Goodbye.', 'end'),
  over: handOver('One moment.', 'failed'),
  failed: say('That did not work.', 'end'),
  end: END,
});
const written = (text: string, call = 1): BotInput => ({ came: 'model-answered', call, text });

test('A7: a model is told its instructions and what was said, by whom', () => {
  const effect = after(MODEL, said('Is it bright?')).effects.at(-1);
  expect(effect).toMatchObject({ do: 'ask-model', call: 1 });
  if (effect?.do !== 'ask-model') throw new Error('no model asked');
  expect(effect.request.instructions).toMatch(/^We sell lamps\./);
  expect(effect.request.messages).toEqual([
    { by: 'bot', text: 'Your question?' },
    { by: 'visitor', text: 'Is it bright?' },
  ]);
});

test.each([
  ['Very bright, {name}.', ['Very bright, {name}.'], 'at'],
  ['Very bright. [[done]]', ['Very bright.', 'Goodbye.'], 'over'],
  ['I will ask. [[HAND OVER]]', ['I will ask.', 'That did not work.'], 'over'],
  ['[[hand-over]]', ['That did not work.'], 'over'],
  [' \0 ', ['That did not work.'], 'over'],
])('A7: a model that writes “%s” makes the bot say %j', (text, answer, is) => {
  const step = after(MODEL, said('Is it bright?'), written(text));
  expect([texts(step), step.state.doing.is]).toEqual([answer, is]);
});

test('A7: a model has so many turns, and an answer of a length', () => {
  const step = after(MODEL, said('One?'), written('x'.repeat(9_000)), said('Two?'), written('Two.', 2));
  expect(texts(step)).toEqual(['Two.', 'Goodbye.']);
  expect(texts(after(MODEL, said('One?'), written('x'.repeat(9_000))))).toEqual(['x'.repeat(2_000)]);
});

test('A7: what is said while a model thinks is answered next', () => {
  const step = after(MODEL, said('One?'), said('Two?'), written('One.'));
  expect(deeds(step)).toEqual(['say', 'ask-model']);
  expect(step.state.lines.map(({ text }) => text)).toEqual(['Your question?', 'One?', 'One.', 'Two?']);
});

test('A7: a model that nobody has spoken to waits for the visitor', () => {
  const { state } = started({ ...MODEL, start: flowBlock('model') });
  expect(state.doing).toEqual({ is: 'at', block: flowBlock('model'), waits: { for: 'input' } });
  expect(deeds(step(MODEL, state, said('Hello?'), FACTS))).toEqual(['ask-model']);
});

test('A7: an end resolves if it says so', () => {
  const ending = (resolves: boolean) => started(draw({ end: { block: { kind: 'end', resolves }, to: {} } }));
  expect(deeds(ending(true))).toEqual(['resolve', 'end']);
  expect(deeds(ending(false))).toEqual(['end']);
});

test('A7: a bot that is taken over is over, and stays so', () => {
  const taken = after(SIZES, { came: 'taken-over' });
  expect(taken.state.doing).toEqual({ is: 'over', because: 'taken-over' });
  expect(deeds(taken)).toEqual(['end']);
  expect(step(SIZES, taken.state, said('Small'), FACTS)).toEqual({ state: taken.state, effects: [] });
});

test('A7: a flow that was published anew goes on where the bot is, if the block is still there', () => {
  const { state } = started(SIZES);
  const renamed: Flow = {
    ...SIZES,
    blocks: SIZES.blocks.map((block) =>
      block.id === flowBlock('small') ? { ...block, kind: 'message', text: 'S.', replies: [] } : block,
    ),
  };
  expect(texts(step(renamed, state, said('Small'), FACTS))).toEqual(['S.']);
  const shrunk: Flow = { start: null, blocks: [], connections: [] };
  expect(step(shrunk, state, said('Small'), FACTS).effects).toEqual([{ do: 'end', because: 'changed' }]);
});

test('A7: a loop in which nobody says anything ends, and says why', () => {
  const flow = draw({ a: say('a', 'b'), b: say('b', 'a') });
  const step = started(flow);
  expect(step.state.doing).toEqual({ is: 'over', because: 'loop' });
  expect(texts(step)).toHaveLength(200);
});
