import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { CONVERSATION, idOf } from '../fake-chat-server.ts';
import { Outbox, type OutboxNews } from './outbox.ts';
import type { KeptFrame, OutboxItem } from './outbox-item.ts';
import { memoryStorage, type OutboxStore, storageOutbox } from './outbox-store.ts';

const frame = (name: string): KeptFrame => ({ type: 'say', id: idOf(name), saying: { kind: 'text', text: name } });
const settle = async (): Promise<void> => {
  for (let step = 0; step < 60; step += 1) await Promise.resolve();
};

/** A browser whose tabs share what they keep, but not who they are connected as. One that is frozen hears the others later. */
function browser(store: OutboxStore = storageOutbox(memoryStorage(), 'key')) {
  const clock = new FakeClock();
  const ears: { readonly hear: (news: OutboxNews) => void; readonly late: OutboxNews[]; isFrozen: boolean }[] = [];
  const open = (who: string | null) => {
    const tab = {
      ...{
        who,
        sent: [] as string[],
        told: [] as string[],
        placed: [] as string[],
        shown: [] as readonly OutboxItem[],
      },
      ...{ isFrozen: false, late: [] as OutboxNews[] },
      hear(news: OutboxNews): void {
        if (news.is === 'answered') outbox.heardElsewhere(news.answer);
        else outbox.look().catch(() => undefined);
      },
    };
    ears.push(tab);
    const outbox = new Outbox({
      env: clock,
      store,
      takeTurns: (work) => work(),
      send: ({ id }) => tab.sent.push(id.replaceAll('_', '')) > 0,
      who: () => tab.who,
      changed: (items) => {
        tab.shown = items;
      },
      settled: ({ frame: { id } }) => tab.placed.push(id.replaceAll('_', '')),
      refused: () => undefined,
      told: ({ frame: { id } }) => tab.told.push(id.replaceAll('_', '')),
      tellTabs(news) {
        for (const ear of ears.filter((other) => other !== tab)) {
          if (ear.isFrozen) ear.late.push(news);
          else ear.hear(news);
        }
      },
    });
    return Object.assign(tab, {
      outbox,
      async answers(name: string): Promise<void> {
        outbox.hear({ type: 'said', id: idOf(name), conversation: CONVERSATION, seq: 1, at: 1 });
        await settle();
      },
      async thaws(): Promise<void> {
        tab.isFrozen = false;
        for (const news of tab.late.splice(0)) tab.hear(news);
        await settle();
      },
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
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await settle();
  };
  return { open, kept, pass };
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

test('I1: that a message was sent is told on the page where it was written, though another tab sends', async () => {
  const { open, kept, pass } = browser();
  const [writer, sender] = [open('anna'), open('anna')];
  await sender.welcomed();
  await writer.outbox.add(frame('m'));
  await settle();
  expect([writer.sent, sender.sent]).toEqual([[], ['m']]);
  await sender.answers('m');
  expect([writer.told, await kept()]).toEqual([['m'], []]);
  await pass(60_000);
  expect([writer.told, sender.told, sender.sent]).toEqual([['m'], [], ['m']]);
});

test('I1: it is told where it was sent if the page on which it was written is gone, and once if that comes back', async () => {
  const { open, kept, pass } = browser();
  const [writer, sender] = [open('anna'), open('anna')];
  await writer.outbox.add(frame('m'));
  writer.isFrozen = true;
  await sender.welcomed();
  await sender.answers('m');
  await pass(999);
  expect([sender.told, sender.sent]).toEqual([[], ['m']]);
  await pass(1);
  expect([sender.told, await kept()]).toEqual([['m'], []]);
  await writer.thaws();
  expect([writer.told, sender.told, writer.names()]).toEqual([[], ['m'], []]);
});

test('I1: where no tab waits for its turn and both have sent it, it is told once', async () => {
  const { open, pass } = browser();
  const [writer, other] = [open('anna'), open('anna')];
  await writer.outbox.add(frame('m'));
  await Promise.all([writer.welcomed(), other.welcomed()]);
  await other.answers('m');
  await writer.answers('m');
  await pass(60_000);
  expect([writer.told, other.told]).toEqual([['m'], []]);
});

test('I1: what this browser cannot keep is told all the same', async () => {
  const { open } = browser({ ...storageOutbox(memoryStorage(), 'key'), put: () => Promise.reject(new Error('full')) });
  const tab = open('anna');
  await tab.outbox.add(frame('m'));
  await tab.welcomed();
  await tab.answers('m');
  expect([tab.told, tab.names()]).toEqual([['m'], []]);
});

test('I2: nobody is told of what the old person said', async () => {
  const { open, pass } = browser();
  const [writer, sender] = [open('anna'), open('anna')];
  await writer.outbox.add(frame('m'));
  writer.isFrozen = true;
  await sender.welcomed();
  await sender.answers('m');
  await sender.becomes('bea');
  await pass(60_000);
  await writer.becomes('bea');
  await writer.thaws();
  expect([writer.told, writer.placed, sender.told]).toEqual([[], [], []]);
});
