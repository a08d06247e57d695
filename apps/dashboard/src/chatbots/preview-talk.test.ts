import { drawFlow, END, handOver, question, type Sketch, say } from '@vetrina/domain/chatbots/sketch';
import { flowBlock, VERA } from '@vetrina/testkit/arbitrary-flows';
import { expect, test } from 'vitest';
import { activeBlock, beginTalk, type PreviewTalk, play, waitThere } from './preview-talk.ts';

const WORLD = { isTeamThere: true, agents: [VERA], groups: [], page: { address: 'https://shop.example/', title: '' } };
const draw = (sketch: Sketch) => {
  const names = Object.keys(sketch);
  return drawFlow(sketch, () => flowBlock(names.shift() ?? ''));
};
const FLOW = draw({
  ask: question(
    { asks: 'name', text: 'Who are you?', again: '', tries: 1, keepAs: 'name' },
    { next: 'wait', 'given-up': 'end' },
  ),
  wait: { block: { kind: 'delay', seconds: 90 }, to: { next: 'hello' } },
  hello: say('Hello {name}.', 'over'),
  over: handOver('', 'end'),
  end: END,
});
const told = ({ lines }: PreviewTalk) =>
  lines.map((line) => (line.by === 'system' ? line.effect.do : 'text' in line ? line.text : line.because));

test('A7: a preview goes on by itself from where the bot waits for time', () => {
  const begun = beginTalk(FLOW, WORLD, 1_000);
  expect([told(begun), activeBlock(begun)]).toEqual([['Who are you?'], flowBlock('ask')]);
  const waiting = play(begun, FLOW, { came: 'said', text: 'Anna' }, WORLD);
  expect([told(waiting).slice(1), activeBlock(waiting)]).toEqual([['Anna', 'identify'], flowBlock('wait')]);
  const done = waitThere(waiting, FLOW, WORLD);
  expect(told(done).slice(3)).toEqual(['Hello Anna.', 'hand-over', 'end']);
  expect([done.at, activeBlock(done)]).toEqual([91_000, null]);
});

test('A7: a preview says when nobody is there', () => {
  const empty = { ...WORLD, isTeamThere: false };
  const waiting = play(beginTalk(FLOW, empty, 0), FLOW, { came: 'said', text: 'Anna' }, empty);
  expect(told(waitThere(waiting, FLOW, empty)).slice(3)).toEqual(['Hello Anna.', 'end']);
});
