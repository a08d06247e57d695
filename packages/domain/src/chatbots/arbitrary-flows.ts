import { ASKS, type BotCondition, type Flow, type FlowBlock, WEBHOOK_FACTS } from '@vetrina/protocol/automation/flow';
import type { AgentId, FlowBlockId, GroupKey } from '@vetrina/protocol/ids';
import fc, { type Arbitrary } from 'fast-check';
import { anyPageCondition, anyVisitorCondition, NOON, somebody } from '../automation/arbitrary-rules.ts';
import type { BotFacts, BotInput } from './bot-state.ts';
import type { FlowSurroundings } from './check-flow.ts';
import { exitsOf } from './exits.ts';

/** For tests: small flows of every kind of block, wired at random, and all that can come to them. */
const padded = (prefix: string, text: string) => `${prefix}${text.padEnd(22, '_')}`;
export const flowBlock = (name: string) => padded('fb', name) as FlowBlockId;
export const VERA = padded('ag', 'vera') as AgentId;
const BEPPE = padded('ag', 'beppe') as AgentId;
const SALES = 'sales' as GroupKey;
export const SURROUNDINGS: FlowSurroundings = { agents: [VERA, BEPPE], groups: [SALES], model: true };

const word = fc.constantFrom(
  'Sì',
  'si',
  'no',
  'Café',
  '{name}',
  '{answer.order}',
  '{answer.email|x}',
  'anna@example.com',
  ' ',
  '+39 06 123456',
);
const text = fc.constantFrom('Hello {name}', 'Which {answer.order|one}?', '{city}', 'Sì', '');
const name = fc.constantFrom('order', 'email', 'constructor');
const at = fc.record({ x: fc.nat(500), y: fc.nat(500) });

const someCondition = fc.oneof(
  anyPageCondition,
  anyVisitorCondition,
  fc.record({ about: fc.constant('team'), is: fc.constantFrom('online', 'offline') }),
  fc.record({
    about: fc.constant('answer'),
    name,
    test: fc.constantFrom('is', 'is-not', 'contains', 'at-least'),
    value: fc.constantFrom('no', '2'),
  }),
) as Arbitrary<BotCondition>;

const content: Arbitrary<Omit<FlowBlock, 'id' | 'at'>> = fc.oneof(
  fc.record({
    kind: fc.constant('message'),
    text,
    replies: fc
      .uniqueArray(fc.constantFrom('Yes', 'sì', 'No', ''), { maxLength: 3 })
      .map((texts) => texts.map((said, index) => ({ id: `re0000000${index}`, text: said }))),
  }),
  fc.record({
    ...{ kind: fc.constant('ask'), asks: fc.constantFrom(...ASKS), text, again: text, keepAs: name },
    tries: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('condition'),
    conditions: fc.record({ match: fc.constantFrom('all', 'any'), list: fc.array(someCondition, { maxLength: 2 }) }),
  }),
  fc.record({ kind: fc.constant('delay'), seconds: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    kind: fc.constant('hand-over'),
    text,
    to: fc.constantFrom({ to: 'anyone' }, { to: 'agent', agent: VERA }, { to: 'group', group: SALES }),
  }),
  fc.record({
    ...{
      kind: fc.constant('webhook'),
      address: fc.constantFrom('https://shop.example/hook', 'http://shop.example', ''),
    },
    ...{ facts: fc.subarray([...WEBHOOK_FACTS]), answers: fc.uniqueArray(name, { maxLength: 2 }) },
    picks: fc.array(fc.record({ path: fc.constantFrom('order.status', 'total'), keepAs: name }), { maxLength: 2 }),
    timeoutSeconds: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({
    kind: fc.constant('model'),
    instructions: fc.constantFrom('Be kind.', ''),
    turns: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('end'), resolves: fc.boolean() }),
) as Arbitrary<Omit<FlowBlock, 'id' | 'at'>>;

/** `whole`: every exit leads somewhere, and there is a start. */
export const someFlow = ({ whole }: { readonly whole: boolean }): Arbitrary<Flow> =>
  fc
    .array(fc.record({ content, at, targets: fc.array(fc.nat(99), { minLength: 5, maxLength: 5 }) }), {
      minLength: whole ? 1 : 0,
      maxLength: 8,
    })
    .map((drawn) => {
      const blocks = drawn.map(
        (one, index) => ({ ...one.content, id: flowBlock(`${index}`), at: one.at }) as FlowBlock,
      );
      const connections = blocks.flatMap((block, index) =>
        exitsOf(block).flatMap((exit, nth) => {
          const target = drawn[index]?.targets[nth] ?? 0;
          const to = blocks[target % (blocks.length + (whole ? 0 : 1))]?.id;
          return to === undefined ? [] : [{ from: block.id, exit, to }];
        }),
      );
      return { start: blocks[0]?.id ?? null, blocks, connections };
    });

const call = fc.integer({ min: 0, max: 6 });

export const someInput: Arbitrary<BotInput> = fc.oneof(
  { weight: 6, arbitrary: word.map((said) => ({ came: 'said' as const, text: said })) },
  { weight: 2, arbitrary: fc.constant({ came: 'time' as const }) },
  fc.record({
    ...{ came: fc.constant('webhook-answered' as const), call },
    answers: fc.dictionary(fc.constantFrom('order', 'email', 'other', '__proto__'), word),
  }),
  fc.record({ came: fc.constantFrom('webhook-failed' as const, 'model-failed' as const), call }),
  fc.record({
    ...{ came: fc.constant('model-answered' as const), call },
    text: fc.constantFrom('Hello {name}', '', '[[done]]', 'Wait. [[hand-over]]', '[[ hand over ]]'),
  }),
  fc.constant({ came: 'started' as const }),
);

export const someBotFacts: Arbitrary<BotFacts> = fc.record({
  at: fc.integer({ min: NOON, max: NOON + 120_000 }),
  person: fc.record({
    ...{ name: fc.option(word), email: fc.option(word), phone: fc.option(word), userId: fc.option(word) },
    ...{ city: fc.option(word), country: fc.option(word) },
  }),
  visitor: fc.option(somebody, { nil: undefined }),
  page: fc.record({ address: fc.constant('https://shop.example/cart'), title: word }),
  team: fc.record({ isThere: fc.boolean(), agents: fc.subarray([VERA, BEPPE]), groups: fc.subarray(['sales']) }),
});
