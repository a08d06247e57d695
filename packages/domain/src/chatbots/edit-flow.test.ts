import { type Flow, type FlowBlock, flow as flowSchema } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flowBlock, someFlow } from './arbitrary-flows.ts';
import {
  addBlock,
  changeBlock,
  connect,
  copyBlocks,
  disconnect,
  EMPTY_FLOW,
  moveBlocks,
  pasteBlocks,
  removeBlocks,
  startAt,
} from './edit-flow.ts';
import { exitsOf, targetOf } from './exits.ts';
import { layout } from './layout.ts';
import { choice, drawFlow, END, say, sketchedReply } from './sketch.ts';

const names = ['a', 'b', 'end'];
const FLOW = drawFlow(
  {
    a: choice(
      '?',
      [
        ['Yes', 'b'],
        ['No', 'end'],
      ],
      'end',
    ),
    b: say('b', 'end'),
    end: END,
  },
  () => flowBlock(names.shift() ?? ''),
);
const [A, B, LAST] = [flowBlock('a'), flowBlock('b'), flowBlock('end')];
const block = (id: string): FlowBlock => ({ kind: 'end', id: flowBlock(id), at: { x: 0, y: 0 }, resolves: false });

test('A7: the first block is where the bot begins, until another is', () => {
  const flow = addBlock(addBlock(EMPTY_FLOW, block('one')), block('two'));
  expect([flow.start, startAt(flow, flowBlock('two')).start]).toEqual([flowBlock('one'), flowBlock('two')]);
  expect(startAt(flow, flowBlock('unknown'))).toBe(flow);
});

test('A7: an exit leads to the place it was given last, or nowhere', () => {
  const moved = connect(FLOW, B, 'next', A);
  expect(targetOf(moved, B, 'next')).toBe(A);
  expect(targetOf(disconnect(moved, B, 'next'), B, 'next')).toBeNull();
  expect(connect(FLOW, B, 'yes', A)).toBe(FLOW);
});

test('A7: a reply that is taken away takes its connection along, and a renamed one keeps it', () => {
  const [first] = FLOW.blocks;
  if (first?.kind !== 'message') throw new Error('a message comes first');
  const [yes] = first.replies;
  const changed = changeBlock(FLOW, { ...first, replies: [{ id: yes?.id ?? '', text: 'Of course' }] });
  expect(targetOf(changed, A, sketchedReply(0))).toBe(B);
  expect(changed.connections.some(({ exit }) => exit === sketchedReply(1))).toBe(false);
});

test('A7: what is pasted is connected within itself, under ids of its own', () => {
  const clip = copyBlocks(FLOW, [A, B]);
  const [newA, newB] = [flowBlock('na'), flowBlock('nb')];
  const pasted = pasteBlocks(FLOW, clip, [newA, newB], { x: 40, y: 40 });
  expect(targetOf(pasted, newA, sketchedReply(0))).toBe(newB);
  expect(targetOf(pasted, newB, 'next')).toBeNull();
  expect(pasted.start).toBe(FLOW.start);
});

test('A7: a full flow takes no more', () => {
  const full: Flow = {
    ...EMPTY_FLOW,
    blocks: Array.from({ length: LIMITS.botBlocks }, (_, index) => block(`${index}`)),
  };
  expect(addBlock(full, block('more'))).toBe(full);
  expect(pasteBlocks(full, copyBlocks(FLOW, [A]), [flowBlock('x')], { x: 0, y: 0 }).blocks).toHaveLength(
    LIMITS.botBlocks,
  );
});

test('A7: removing the start leaves none', () => {
  const flow = removeBlocks(FLOW, [A]);
  expect([flow.start, flow.connections.length]).toEqual([null, 1]);
  expect(removeBlocks(FLOW, [flowBlock('unknown')])).toBe(FLOW);
});

test('A7: whatever is edited, it remains a flow, and only exits that exist are connected', () => {
  const ids = fc.array(
    fc.nat(9).map((nth) => flowBlock(`${nth}`)),
    { maxLength: 4 },
  );
  const edit = fc.oneof(
    ids.map((chosen) => (flow: Flow) => removeBlocks(flow, chosen)),
    fc.tuple(ids, fc.nat(1_000)).map(([chosen, seed]) => (flow: Flow) => {
      const fresh = chosen.map((_, index) => flowBlock(`n${seed}x${index}x${flow.blocks.length}`));
      return pasteBlocks(flow, copyBlocks(flow, chosen), fresh, { x: 10, y: 10 });
    }),
    fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom('next', 'other', 'ok', 'yes', sketchedReply(0))).map(
      ([from, to, exit]) =>
        (flow: Flow) =>
          connect(flow, flowBlock(`${from}`), exit, flowBlock(`${to}`)),
    ),
    fc.nat(9).map((nth) => (flow: Flow) => changeBlock(flow, block(`${nth}`))),
    fc.nat(9).map((nth) => (flow: Flow) => startAt(flow, flowBlock(`${nth}`))),
    fc.constant(layout),
    fc.constant((flow: Flow) => moveBlocks(flow, new Map([[LAST as FlowBlockId, { x: 3, y: 3 }]]))),
  );
  fc.assert(
    fc.property(someFlow({ whole: false }), fc.array(edit, { maxLength: 6 }), (flow, edits) => {
      const edited = edits.reduce((before, change) => change(before), flow);
      expect(flowSchema.safeParse(edited).success).toBe(true);
      for (const { from, exit } of edited.connections) {
        const source = edited.blocks.find(({ id }) => id === from);
        expect(source && exitsOf(source).includes(exit)).toBe(true);
      }
    }),
  );
});
