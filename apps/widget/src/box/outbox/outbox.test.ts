import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { idOf } from '../fake-chat-server.ts';
import { Outbox } from './outbox.ts';
import type { KeptFrame, OutboxItem } from './outbox-item.ts';
import { memoryStorage, type OutboxStore, storageOutbox } from './outbox-store.ts';

const frame = (name: string): KeptFrame => ({ type: 'say', id: idOf(name), saying: { kind: 'text', text: name } });
const settle = async (): Promise<void> => {
  for (let step = 0; step < 60; step += 1) await Promise.resolve();
};

/** A browser whose tabs share what they keep, but not who they are connected as. */
function browser(store: OutboxStore = storageOutbox(memoryStorage(), 'key')) {
  const clock = new FakeClock();
  const open = (who: string | null) => {
    const tab = { who, sent: [] as string[], shown: [] as readonly OutboxItem[] };
    const outbox = new Outbox({
      env: clock,
      store,
      takeTurns: (work) => work(),
      send: ({ id }) => tab.sent.push(id.replaceAll('_', '')) > 0,
      who: () => tab.who,
      changed: (items) => {
        tab.shown = items;
      },
      settled: () => undefined,
      refused: () => undefined,
      tellTabs: () => undefined,
    });
    return Object.assign(tab, {
      outbox,
      names: () => tab.shown.map(({ frame: { id } }) => id.replaceAll('_', '')),
      /** The page's visitor becomes another, or nobody, and the line goes. */
      async becomes(next: string | null): Promise<void> {
        tab.who = next;
        const forgetting = outbox.forgetOthers();
        outbox.cut();
        await forgetting;
      },
      async welcomed(): Promise<void> {
        outbox.welcomed();
        await settle();
      },
    });
  };
  const kept = async () => (await store.all()).map(({ frame: { id }, by }) => [id.replaceAll('_', ''), by]);
  return { open, kept };
}

test('I2: what is written between a logout and the next welcome is the new person’s, and sent as theirs', async () => {
  const { open, kept } = browser();
  const tab = open('anna');
  await tab.outbox.add(frame('old'));
  const leaving = tab.becomes('bea');
  const writing = tab.outbox.add(frame('new'));
  expect(tab.names()).toEqual(['new']);
  await Promise.all([leaving, writing]);
  expect(await kept()).toEqual([['new', 'bea']]);
  await tab.welcomed();
  expect(tab.sent).toEqual(['new']);
});

test('I2: a tab that is still the old person neither sends, shows nor removes what the new one wrote', async () => {
  const { open, kept } = browser();
  const [one, other] = [open('anna'), open('anna')];
  await other.outbox.add(frame('old'));
  await one.becomes('bea');
  await one.outbox.add(frame('new'));
  await other.welcomed();
  await other.outbox.look();
  expect([other.sent, other.names()]).toEqual([[], []]);
  expect(await kept()).toEqual([['new', 'bea']]);
});

test('I2: what the old person still writes in another tab is never sent, and gone when that tab has followed', async () => {
  const { open, kept } = browser();
  const [one, other] = [open('anna'), open('anna')];
  await one.becomes('bea');
  await other.outbox.add(frame('late'));
  await one.outbox.add(frame('new'));
  await one.welcomed();
  expect(one.sent).toEqual(['new']);
  expect(await kept()).toEqual([
    ['late', 'anna'],
    ['new', 'bea'],
  ]);
  await other.becomes('bea');
  expect([await kept(), other.names()]).toEqual([[['new', 'bea']], ['new']]);
});

test('C3: a logout takes nothing from the new person, not even what this browser cannot keep', async () => {
  const { open } = browser({ ...storageOutbox(memoryStorage(), 'key'), put: () => Promise.reject(new Error('full')) });
  const tab = open('bea');
  await tab.outbox.add(frame('new'));
  await tab.outbox.forgetOthers();
  await tab.welcomed();
  expect([tab.names(), tab.sent]).toEqual([['new'], ['new']]);
});

test('I2: what is still being written down when its writer logs out does not stay behind', async () => {
  const slow = storageOutbox(memoryStorage(), 'key');
  let written = (): void => undefined;
  const { open, kept } = browser({
    ...slow,
    put: async (item) => {
      await new Promise<void>((resolve) => {
        written = resolve;
      });
      await slow.put(item);
    },
  });
  const tab = open('anna');
  const writing = tab.outbox.add(frame('old'));
  await tab.becomes('bea');
  expect(tab.names()).toEqual([]);
  written();
  await writing;
  expect(await kept()).toEqual([]);
});

test('T3: with consent withdrawn nothing that waited is left', async () => {
  const { open, kept } = browser();
  const tab = open('anna');
  await tab.outbox.add(frame('old'));
  await tab.becomes(null);
  expect([tab.names(), await kept()]).toEqual([[], []]);
});
