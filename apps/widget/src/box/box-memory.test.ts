import { expect, test } from 'vitest';
import { boxMemory } from './box-memory.ts';
import { EMPTY_LOG } from './conversation-log.ts';
import { memoryStorage } from './outbox/outbox-store.ts';

const browser = () => {
  const w = { sessionStorage: memoryStorage(), localStorage: memoryStorage() };
  return { ...w, memory: boxMemory(w as unknown as Window & typeof globalThis, 'key') };
};

test('C1: what one page kept, the next one finds', () => {
  const { memory } = browser();
  memory.keepPanel(true, 'Half a sen');
  memory.keepUploads(['list.pdf']);
  memory.keepLog({ ...EMPTY_LOG, lastSeq: 3 });
  expect(memory.panel()).toEqual({ open: true, draft: 'Half a sen' });
  expect(memory.uploads()).toEqual(['list.pdf']);
  expect(memory.log()).toEqual({ ...EMPTY_LOG, lastSeq: 3 });
});

test.each(['{"entries":"[]"}', '[]', '7', 'null', 'not json', '{"open":1}'])(
  'bad input: %s, left by an older box or a page that changed JSON, is nothing',
  (text) => {
    const { memory, sessionStorage } = browser();
    for (const name of ['panel', 'log', 'uploads']) sessionStorage.setItem(`vetrina_box_key_${name}`, text);
    expect(memory.panel()).toEqual({ open: false, draft: '' });
    expect(memory.log()).toEqual(EMPTY_LOG);
    expect(memory.uploads()).toEqual([]);
  },
);

test('I2: after a logout nothing is left of the visitor, but the sound stays as it was', () => {
  const { memory, sessionStorage, localStorage } = browser();
  memory.mute(true);
  memory.keepPanel(true, 'Half a sen');
  memory.keepAnswered({ form: true, email: true, agreed: true });
  memory.keepUploads(['list.pdf']);
  memory.forget();
  expect([sessionStorage.length, localStorage.length, memory.isMuted()]).toEqual([0, 1, true]);
});
