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
  ['C5: writing on while one waits and nobody is there', waits, waits, [said], nobody, 'offline'],
  ['C8: writing on while one waits and somebody is there', waits, waits, [said], somebody, null],
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
const gone = { visitorIsHere: false, attended: false };
const here = { visitorIsHere: true, attended: false };
const attended = { visitorIsHere: false, attended: true };

test.each([
  ['C5: nobody opened it', 'offline', unanswered, gone, 'tell'],
  ['C5: nobody opened it, and the visitor waits', 'offline', unanswered, here, 'tell'],
  ['C5: somebody read it', 'offline', { ...unanswered, teamReadSeq: 3 }, gone, 'drop'],
  ['C5: somebody had read what came before', 'offline', { ...unanswered, teamReadSeq: 2 }, gone, 'tell'],
  ['C5: a colleague who went home was on it', 'offline', { ...unanswered, state: 'open' }, gone, 'tell'],
  ['C5: somebody answered', 'offline', { ...unanswered, waitingSince: null }, gone, 'drop'],
  ['C5: it is resolved', 'offline', { ...unanswered, state: 'resolved' }, gone, 'drop'],
  ['C8: the visitor left without an answer', 'missed', unanswered, gone, 'tell'],
  ['C8: the visitor is still there', 'missed', unanswered, here, 'wait'],
  ['C8: it was read and not answered', 'missed', { ...unanswered, teamReadSeq: 9 }, gone, 'tell'],
  ['C8: an agent who is there joined', 'missed', { ...unanswered, state: 'open' }, attended, 'drop'],
  ['C8: the agent on it has gone home', 'missed', { ...unanswered, state: 'open' }, gone, 'tell'],
  ['C8: it is resolved', 'missed', { ...unanswered, state: 'resolved' }, gone, 'drop'],
] as const)('%s', (_title, because, conversation, presence, expected) => {
  expect(tellingNow({ because, seq: 3 }, conversation, presence)).toBe(expected);
});
