import { FakeClock } from '@vetrina/testkit/fake-clock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChatLine } from './chat-line.ts';
import { bodyOf, EMPTY_LOG, keepable, place } from './conversation-log.ts';
import { FakeChatServer, FakeLine, idOf } from './fake-chat-server.ts';
import { Outbox, type OutboxNews } from './outbox/outbox.ts';
import type { OutboxItem } from './outbox/outbox-item.ts';
import { memoryStorage, storageOutbox } from './outbox/outbox-store.ts';
import type { TakeTurns } from './outbox/take-turns.ts';

/** Promises settle; nothing in the box waits through more steps than this. */
async function settle(): Promise<void> {
  for (let step = 0; step < 60; step += 1) await Promise.resolve();
}

/** What the pages of one browser share. */
interface Browser {
  readonly clock: FakeClock;
  readonly storage: Storage;
  /** Ids of the messages that pages were told of, and what tabs tell each other. */
  readonly told: string[];
  readonly tellOthers: (line: FakeLine, news: OutboxNews) => void;
}

/** A page: everything in it dies with it but the browser's storage and what the tab keeps for the next page. */
function openPage(line: FakeLine, { clock, storage, told, tellOthers }: Browser, turns: TakeTurns, kept = EMPTY_LOG) {
  const seen = { items: [] as readonly OutboxItem[], failed: 0, isGone: false };
  const env = {
    now: clock.now,
    after: (ms: number, task: () => void) =>
      clock.after(ms, () => {
        if (!seen.isGone) task();
      }),
  };
  const chat = new ChatLine(kept, {
    env,
    send: line.send,
    changed: () => undefined,
    typing: () => undefined,
    fetchingOlder: () => undefined,
  });
  const outbox = new Outbox({
    env,
    store: storageOutbox(storage, 'key'),
    takeTurns: turns,
    send: line.send,
    who: () => 'visitor',
    changed: (items) => {
      seen.items = items;
    },
    settled({ frame }, answer) {
      const body = frame.type === 'say' ? bodyOf(frame.saying) : null;
      if (answer.type === 'said' && body) chat.put(place(chat.log, answer, body));
    },
    told: ({ frame }) => told.push(frame.id),
    refused: () => {
      seen.failed += 1;
    },
    tellTabs: (news) => tellOthers(line, news),
  });
  return {
    chat,
    outbox,
    seen,
    hearTabs(news: OutboxNews): void {
      if (news.is === 'answered') outbox.heardElsewhere(news.answer);
      else outbox.look().catch(() => undefined);
    },
    hear(): void {
      const frame = line.toTab.shift();
      if (!frame) return;
      if (frame.type === 'said' || frame.type === 'refused') outbox.hear(frame);
      chat.hear(frame);
      if (frame.type === 'welcome') outbox.welcomed();
    },
  };
}

const each = fc.constantFrom(0, 1);
const step = fc.oneof(
  fc.record({ does: fc.constant('says' as const), tab: each }),
  fc.record({ does: fc.constant('team says' as const) }),
  fc.record({ does: fc.constant('recall' as const), nth: fc.nat(5) }),
  fc.record({ does: fc.constant('server hears' as const), tab: each }),
  fc.record({ does: fc.constant('tab hears' as const), tab: each }),
  fc.record({ does: fc.constant('cut' as const), tab: each }),
  fc.record({ does: fc.constant('connect' as const), tab: each }),
  fc.record({ does: fc.constant('navigate' as const), tab: each }),
  fc.record({ does: fc.constant('time' as const), ms: fc.constantFrom(500, 11_000, 25_000) }),
  fc.record({ does: fc.constant('refuse' as const) }),
  fc.record({ does: fc.constant('lose' as const), tab: each }),
  fc.record({ does: fc.constant('swap' as const), tab: each }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** One browser with two tabs, whose lines are cut and whose pages are left at any moment. */
async function play(steps: readonly Step[], turns: () => TakeTurns) {
  const clock = new FakeClock();
  const lines = [new FakeLine(), new FakeLine()];
  const server = new FakeChatServer(lines);
  const browser: Browser = {
    ...{ clock, storage: memoryStorage(), told: [] },
    tellOthers: (line, news) => pages[lines.indexOf(line) === 0 ? 1 : 0]?.hearTabs(news),
  };
  const pages: ReturnType<typeof openPage>[] = [];
  for (const line of lines) pages.push(openPage(line, browser, turns()));
  const said: string[] = [];

  const leave = (tab: number): void => {
    lines[tab]!.cut();
    pages[tab]!.outbox.cut();
  };
  const connect = (line: FakeLine): void => {
    if (!line.isOpen) server.connect(line);
  };
  /** Frames from the server that may be lost or overtaken: everything after the welcome. */
  const loose = ({ toTab }: FakeLine): boolean => toTab.length > 1 && toTab[0]?.type !== 'welcome';
  const deeds: { [Does in Step['does']]: (one: Extract<Step, { does: Does }>) => unknown } = {
    says({ tab }) {
      const text = `m${said.length}`;
      said.push(text);
      clock.advance(1);
      return pages[tab]!.outbox.add({ type: 'say', id: idOf(text), saying: { kind: 'text', text } });
    },
    'team says': () => server.teamSays('hello'),
    recall: ({ nth }) => server.recall(nth),
    'server hears': ({ tab }) => server.take(lines[tab]!),
    'tab hears': ({ tab }) => pages[tab]!.hear(),
    time: ({ ms }) => clock.advance(ms),
    refuse() {
      server.refuses = { retry: true };
    },
    lose({ tab }) {
      if (loose(lines[tab]!)) lines[tab]!.toTab.shift();
    },
    swap({ tab }) {
      const { toTab } = lines[tab]!;
      if (loose(lines[tab]!)) toTab.splice(0, 2, toTab[1]!, toTab[0]!);
    },
    cut: ({ tab }) => leave(tab),
    navigate({ tab }) {
      leave(tab);
      pages[tab]!.seen.isGone = true;
      pages[tab] = openPage(lines[tab]!, browser, turns(), keepable(pages[tab]!.chat.log, 60));
      return pages[tab]!.outbox.look();
    },
    connect: ({ tab }) => connect(lines[tab]!),
  };
  for (const one of steps) {
    await (deeds[one.does] as (one: Step) => unknown)(one);
    await settle();
  }

  /** Everything that is on its way arrives, with what it gives rise to; the server beats. */
  const peace = async (): Promise<void> => {
    for (const line of lines) connect(line);
    for (let round = 0; round < 12 + 6 * said.length; round += 1) {
      for (const [tab, line] of lines.entries()) {
        while (line.toServer.length + line.toTab.length > 0) {
          server.take(line);
          pages[tab]!.hear();
          await settle();
        }
        if (round === 8) server.beat(line);
      }
      clock.advance(21_000);
      await settle();
    }
  };
  return { server, pages, said, told: browser.told, peace, leave };
}

/** Web Locks, as the browser has them: one at a time. */
function webLock(): TakeTurns {
  let tail: Promise<void> = Promise.resolve();
  return (work) => {
    tail = tail.then(work).catch(() => undefined);
    return tail;
  };
}

const alone: TakeTurns = (work) => work();

test.each([
  [
    'with Web Locks',
    () => {
      const lock = webLock();
      return () => lock;
    },
  ],
  ['without Web Locks', () => () => alone],
])(
  'C3: any interleaving ends in the same log, nothing lost, doubled, out of order or told twice (%s)',
  async (_name, locks) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), async (steps) => {
        const { server, pages, said, told, peace, leave } = await play(steps, locks());
        await peace();
        expect([...told].sort()).toEqual(said.map(idOf).sort());
        const mine = server.entries.filter(({ author }) => author.who === 'visitor');
        expect(mine.map(({ body }) => body.kind === 'text' && body.text)).toEqual(
          said.map((text) => text.toUpperCase()),
        );
        // The beats have shown every gap.
        for (const { chat, seen } of pages) {
          expect(chat.log.entries.map(({ id }) => id)).toEqual(server.entries.map(({ id }) => id));
          expect(seen.failed).toBe(0);
        }
        // The next welcome brings the server's own words even for what was acknowledged and then lost.
        for (const tab of [0, 1]) leave(tab);
        await peace();
        for (const { chat } of pages) {
          expect(chat.log.entries).toEqual(server.entries);
          expect(chat.log.sureTo).toBe(server.entries.length);
        }
      }),
      { numRuns: 300 },
    );
  },
  60_000,
);

test('C3: an acknowledged message whose entry was lost is asked for again after the next welcome', async () => {
  const { server, pages, peace, leave } = await play(
    [
      { does: 'connect', tab: 0 },
      { does: 'tab hears', tab: 0 },
      { does: 'says', tab: 0 },
      { does: 'server hears', tab: 0 },
      { does: 'lose', tab: 0 },
      { does: 'tab hears', tab: 0 },
    ],
    () => alone,
  );
  expect(pages[0]?.chat.log.entries[0]?.body).toEqual({ kind: 'text', text: 'm0' });
  leave(0);
  await peace();
  expect(pages[0]?.chat.log.entries).toEqual(server.entries);
});
