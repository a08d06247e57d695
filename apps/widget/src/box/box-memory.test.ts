import { expect, test } from 'vitest';
import { type BoxMemory, boxMemory } from './box-memory.ts';
import { NOTHING_ANSWERED } from './contact-form.ts';
import { EMPTY_LOG } from './conversation-log.ts';
import { CONVERSATION, idOf } from './fake-chat-server.ts';
import { memoryStorage } from './outbox/outbox-store.ts';

const browser = () => {
  const w = { sessionStorage: memoryStorage(), localStorage: memoryStorage() };
  const of = (who: string | null) => boxMemory(w as unknown as Window & typeof globalThis, 'key', () => who);
  return { ...w, of, memory: of('anna') };
};

test('C1: what one page kept, the next one finds', () => {
  const { memory } = browser();
  memory.keepPanel(true, 'Half a sen');
  memory.keepUploads(['list.pdf']);
  memory.keepLog({ ...EMPTY_LOG, conversation: CONVERSATION, lastSeq: 3 });
  expect(memory.panel()).toEqual({ open: true, draft: 'Half a sen' });
  expect(memory.uploads()).toEqual(['list.pdf']);
  expect(memory.log()).toEqual({ ...EMPTY_LOG, conversation: CONVERSATION, lastSeq: 3 });
});

const spoilt = ['{"entries":"[]"}', '[]', '7', 'null', 'not json', '{"open":1}'];
test.each([...spoilt, ...spoilt.map((text) => `{"by":"anna","value":${text}}`)])(
  'bad input: %s, left by an older box or a page that changed JSON, is nothing',
  (text) => {
    const { memory, sessionStorage } = browser();
    for (const name of ['panel', 'log', 'uploads']) sessionStorage.setItem(`vetrina_box_key_${name}`, text);
    expect(memory.panel()).toEqual({ open: false, draft: '' });
    expect(memory.log()).toEqual(EMPTY_LOG);
    expect(memory.uploads()).toEqual([]);
  },
);

/** Keeps something of everything; how many notes that are. */
function keepAll(memory: BoxMemory): number {
  memory.keepPanel(true, 'Half a sen');
  memory.keepLog({ ...EMPTY_LOG, conversation: CONVERSATION });
  memory.keepUploads(['list.pdf']);
  memory.keepAnswered({ form: true, email: true, agreed: true });
  memory.dismiss(CONVERSATION, 3);
  memory.handle(idOf('hello'), true);
  return 6;
}

test('I2: after a logout nothing is left of the visitor, but the sound stays as it was', () => {
  const { of, memory, sessionStorage, localStorage } = browser();
  memory.mute(true);
  keepAll(memory);
  const next = of('bea');
  next.forget();
  expect([sessionStorage.length, localStorage.length, next.isMuted()]).toEqual([0, 1, true]);
});

test('I2: who logged out on a page without a box leaves nothing to the next either', () => {
  const { of, memory } = browser();
  keepAll(memory);
  const next = of('bea');
  expect([next.panel(), next.log(), next.uploads()]).toEqual([{ open: false, draft: '' }, EMPTY_LOG, []]);
  expect([next.answered(), next.dismissed(CONVERSATION)]).toEqual([NOTHING_ANSWERED, 0]);
  expect(next.handled()).toEqual({ id: '', closed: false });
});

test('I2: a tab that hears of a logout late takes nothing from the new visitor', () => {
  const { of, sessionStorage, localStorage } = browser();
  const kept = keepAll(of('bea'));
  of('bea').forget();
  expect(sessionStorage.length + localStorage.length).toBe(kept);
});

test('T3: with nobody there, after consent was withdrawn, nothing is left', () => {
  const { of, memory, sessionStorage, localStorage } = browser();
  keepAll(memory);
  of(null).keepPanel(true, '');
  of(null).forget();
  expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
});

test('T3: a box with nothing to keep leaves no trace', () => {
  const { memory, sessionStorage } = browser();
  keepAll(memory);
  memory.keepPanel(false, '');
  memory.keepLog(EMPTY_LOG);
  memory.keepUploads([]);
  expect(sessionStorage.length).toBe(0);
});
