import { EMPTY_FLOW } from '@vetrina/domain/chatbots/edit-flow';
import { targetOf } from '@vetrina/domain/chatbots/exits';
import { flowBlock } from '@vetrina/testkit/arbitrary-flows';
import { expect, test } from 'vitest';
import { newBlock } from './new-block.ts';
import { addAfter, placeAfter } from './place-block.ts';

const [A, B, C] = [flowBlock('a'), flowBlock('b'), flowBlock('c')];
const ASKING = addAfter(EMPTY_FLOW, newBlock('ask', A, { x: 0, y: 0 }), null);

test('A7: a block is led to from the first exit that leads nowhere', () => {
  const two = addAfter(ASKING, newBlock('message', B, { x: 0, y: 0 }), A);
  const three = addAfter(two, newBlock('end', C, { x: 0, y: 0 }), A);
  expect([targetOf(three, A, 'next'), targetOf(three, A, 'given-up'), three.start]).toEqual([B, C, A]);
});

test('A7: or from the exit that was asked for', () => {
  const flow = addAfter(ASKING, newBlock('end', B, { x: 0, y: 0 }), A, 'given-up');
  expect([targetOf(flow, A, 'next'), targetOf(flow, A, 'given-up')]).toEqual([null, B]);
});

test('A7: a new block stands to the right, and on no other', () => {
  const place = placeAfter(ASKING, A);
  const beside = addAfter(ASKING, newBlock('end', B, place), A);
  expect(place.x).toBeGreaterThan(0);
  expect(placeAfter(beside, A)).toEqual({ x: place.x, y: place.y + 170 });
  expect(placeAfter(EMPTY_FLOW, null)).toEqual({ x: 0, y: 0 });
});
