import type { Author, Entry } from '@vetrina/protocol/conversation';
import { agentId, messageId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { lastSeen, logLines, mayRecall, recallers } from './log-lines.ts';

const VISITOR: Author = { who: 'visitor' };
const ANNA: Author = {
  who: 'agent',
  agent: { id: agentId.parse(`ag${'a'.repeat(22)}`), name: 'Anna', photo: null },
};
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const dayOf = (at: number): string => String(Math.floor(at / DAY));

function entry(seq: number, at: number, author: Author, body: Entry['body'] = { kind: 'text', text: 'x' }): Entry {
  const id = messageId.parse(String(seq).padStart(22, '0'));
  return { seq, publicSeq: body.kind === 'note' ? null : seq, id, at, author, body, recalled: false };
}

const shape = (entries: readonly Entry[]): string[] =>
  logLines(entries, dayOf).map((line) => {
    if (line.line === 'messages') return `${line.voice} ${line.entries.length}`;
    return line.line;
  });

test('C2: messages of one author stand together, for as long as nobody else speaks and no pause comes', () => {
  const talk = [
    entry(1, 0, VISITOR),
    entry(2, MINUTE, VISITOR),
    entry(3, 2 * MINUTE, ANNA),
    entry(4, 9 * MINUTE, ANNA),
  ];
  expect(shape(talk)).toEqual(['day', 'visitor 2', 'team 1', 'team 1']);
});

test('C4: a note never stands among what the visitor sees', () => {
  expect(shape([entry(1, 0, ANNA), entry(2, 0, ANNA, { kind: 'note', text: 'x' }), entry(3, 0, ANNA)])).toEqual([
    'day',
    'team 1',
    'note 1',
    'team 1',
  ]);
});

test('C2: a day begins with its name, and what happens is a line of its own', () => {
  expect(shape([entry(1, 0, VISITOR), entry(2, DAY, ANNA, { kind: 'joined' }), entry(3, DAY, VISITOR)])).toEqual([
    'day',
    'visitor 1',
    'day',
    'event',
    'visitor 1',
  ]);
});

test('V8: a recall is told at the message it took back', () => {
  const recall = entry(2, 0, ANNA, { kind: 'recalled', message: entry(1, 0, ANNA).id });
  expect(shape([entry(1, 0, ANNA), recall])).toEqual(['day', 'team 1']);
  expect(recallers([recall]).get(entry(1, 0, ANNA).id)).toBe(ANNA);
});

test('C4: the read mark stands under the newest message that was read', () => {
  const talk = [entry(1, 0, ANNA), entry(2, 0, VISITOR), entry(3, 0, ANNA)];
  expect(lastSeen(talk, 2)?.seq).toBe(1);
  expect(lastSeen(talk, 3)?.seq).toBe(3);
  expect(lastSeen(talk, 0)).toBeNull();
});

test('V8.2: what the visitor has not read is taken back by its sender, and by owners and admins', () => {
  const bruno = agentId.parse(`ag${'b'.repeat(22)}`);
  const anna = { me: ANNA.who === 'agent' ? ANNA.agent.id : null, mayRecallOthers: false, visitorReadSeq: 4 };
  const agent = { ...anna, me: bruno };
  const admin = { ...agent, mayRecallOthers: true };
  const said = entry(5, 0, ANNA);
  expect([anna, agent, admin].map((by) => mayRecall(said, by))).toEqual([true, false, true]);
  const robot = entry(5, 0, { who: 'automation', name: 'Welcome', photo: null });
  expect([anna, agent, admin].map((by) => mayRecall(robot, by))).toEqual([false, false, true]);
  const others = [
    entry(4, 0, ANNA),
    entry(5, 0, VISITOR),
    entry(5, 0, ANNA, { kind: 'note', text: 'x' }),
    { ...said, recalled: true },
  ];
  expect(others.map((each) => mayRecall(each, { ...admin, me: anna.me }))).toEqual([false, false, false, false]);
});
