import { expect, test } from 'vitest';
import { tellingAfter, tellingNow } from './missed-conversation.ts';

const said = { sender: { who: 'visitor' }, body: { kind: 'text', text: 'hello' } } as const;
const answered = { sender: { who: 'agent', agent: 'ag' as never }, body: { kind: 'text', text: 'hello' } } as const;
const quiet = { waitingSince: null };
const waits = { waitingSince: 5 };
const nobody = { someoneOnline: false, tellsOfMissed: true };
const somebody = { someoneOnline: true, tellsOfMissed: true };

test.each([
  ['C5: a first message while nobody is there', null, waits, [said], nobody, 'offline'],
  ['C5: a message to an answered conversation while nobody is there', quiet, waits, [said], nobody, 'offline'],
  ['C8: a message while somebody is there, on a paid plan', quiet, waits, [said], somebody, 'missed'],
  ['C8: the same on FREE', quiet, waits, [said], { someoneOnline: true, tellsOfMissed: false }, null],
  ['C5: nobody there, on FREE', quiet, waits, [said], { someoneOnline: false, tellsOfMissed: false }, 'offline'],
  ['C5: writing on while one waits', waits, waits, [said], nobody, null],
  ['C5: an agent’s message', quiet, quiet, [answered], nobody, null],
  ['C5: a change without a message', quiet, waits, [], nobody, null],
  [
    'C5: a rating',
    quiet,
    waits,
    [{ sender: said.sender, body: { kind: 'rated', value: 5, comment: '' } }],
    nobody,
    null,
  ],
] as const)('%s', (_title, before, conversation, entries, presence, expected) => {
  expect(tellingAfter({ before, conversation, entries }, presence)).toBe(expected);
});

const unanswered = { state: 'new', waitingSince: 5, teamReadSeq: 0 } as const;

test.each([
  ['C5: nobody opened it', 'offline', unanswered, false, 'tell'],
  ['C5: nobody opened it, and the visitor waits', 'offline', unanswered, true, 'tell'],
  ['C5: somebody read it', 'offline', { ...unanswered, teamReadSeq: 3 }, false, 'drop'],
  ['C5: somebody had read what came before', 'offline', { ...unanswered, teamReadSeq: 2 }, false, 'tell'],
  ['C5: a colleague who went home was on it', 'offline', { ...unanswered, state: 'open' }, false, 'tell'],
  ['C5: somebody answered', 'offline', { ...unanswered, waitingSince: null }, false, 'drop'],
  ['C5: it is resolved', 'offline', { ...unanswered, state: 'resolved' }, false, 'drop'],
  ['C8: the visitor left without an answer', 'missed', unanswered, false, 'tell'],
  ['C8: the visitor is still there', 'missed', unanswered, true, 'wait'],
  ['C8: it was read and not answered', 'missed', { ...unanswered, teamReadSeq: 9 }, false, 'tell'],
  ['C8: an agent joined', 'missed', { ...unanswered, state: 'open' }, false, 'drop'],
  ['C8: it is resolved', 'missed', { ...unanswered, state: 'resolved' }, false, 'drop'],
] as const)('%s', (_title, because, conversation, here, expected) => {
  expect(tellingNow({ because, seq: 3 }, conversation, here)).toBe(expected);
});
