import type { ListPatch } from '@vetrina/protocol/messages/patch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import { toAgent } from '@vetrina/protocol/to-agent';
import { expect, test } from 'vitest';
import { EMPTY_FEED, type Feed, type FeedEvent, type ListView, stepFeed } from './feed-state.ts';

const VIEW: ListView = { filter: 'all', query: '', sort: { column: 'status', direction: 'descending' } };
const RANGE = { offset: 0, limit: 60 };
const COUNTS = { all: 2, active: 2, 'in-chat': 0, customers: 0, 'auto-messaged': 0, blocked: 0 };

function windowFrame(watch: number, revision = 1, total = 2): ListWindow {
  return {
    type: 'window',
    watch,
    revision,
    offset: 0,
    rows: [],
    total,
    totalIsFinal: true,
    counts: COUNTS,
    unlisted: { bots: 0, countedOnly: 0 },
    serverTime: 1_000,
  };
}

function patchFrame(watch: number, revision: number, total: number): ListPatch {
  return { type: 'patch', watch, revision, total, waited: 30 };
}

const WELCOME = toAgent.parse({
  type: 'welcome',
  protocol: 1,
  account: `ac${'a'.repeat(22)}`,
  agent: `ag${'a'.repeat(22)}`,
  epoch: 'e',
  serverTime: 5_000,
});

function run(feed: Feed, ...events: FeedEvent[]) {
  let state = feed;
  let said: readonly object[] = [];
  for (const event of events) {
    const step = stepFeed(state, event);
    state = step.feed;
    said = step.say;
  }
  return { feed: state, said };
}

const heard = (frame: ToAgent): FeedEvent => ({ type: 'frame', frame, at: 1_000 });
const open: FeedEvent = { type: 'line', state: { is: 'open' } };
const lost: FeedEvent = { type: 'line', state: { is: 'waiting', until: 0, attempt: 1 } };
const view: FeedEvent = { type: 'view', view: VIEW, range: RANGE };

function live(): Feed {
  const { feed } = run(EMPTY_FEED, open, view, heard(WELCOME));
  return run(feed, heard(windowFrame(feed.watch))).feed;
}

test('V: nothing is asked before the welcome, everything after it', () => {
  expect(run(EMPTY_FEED, open, view).said).toEqual([]);
  expect(run(EMPTY_FEED, open, view, heard(WELCOME)).said).toMatchObject([{ type: 'watch', filter: 'all', limit: 60 }]);
});

test('V: a patch that continues the window is applied', () => {
  const { feed, said } = run(live(), heard(patchFrame(live().watch, 2, 9)));
  expect(feed.window?.total).toBe(9);
  expect(feed.lag.waited).toBe(30);
  expect(said).toEqual([]);
});

test('V: a gap in the revisions asks for the window again and applies nothing', () => {
  const { feed, said } = run(live(), heard(patchFrame(live().watch, 3, 9)));
  expect(feed.window?.total).toBe(2);
  expect(feed.isLive).toBe(false);
  expect(said).toMatchObject([{ type: 'watch', watch: live().watch + 1 }]);
});

test('V: answers to an older watch are dropped', () => {
  const before = live();
  const { feed } = run(
    before,
    { ...view, view: { ...VIEW, filter: 'active' } } as FeedEvent,
    heard(windowFrame(before.watch, 1, 77)),
  );
  expect(feed.window?.total).toBe(2);
  expect(feed.isLive).toBe(false);
});

test('V10: the last rows stay while the line is down, and are asked for again after it', () => {
  const down = run(live(), lost).feed;
  expect(down.window?.total).toBe(2);
  expect(down.isLive).toBe(false);
  expect(run(down, open, heard(WELCOME)).said).toMatchObject([{ type: 'watch' }]);
});

test('V7: the visitor on screen is followed again after a reconnect', () => {
  const visitor = toAgent.parse({ type: 'visitor-followed', visitor: `vi${'b'.repeat(22)}`, details: null });
  if (visitor.type !== 'visitor-followed') throw new Error('unreachable');
  const following = run(live(), { type: 'follow', visitor: visitor.visitor }).feed;
  expect(run(following, lost, open, heard(WELCOME)).said).toMatchObject([
    { type: 'watch' },
    { type: 'follow-visitor' },
  ]);
  expect(run(following, heard(visitor)).feed.followed?.details).toBe('unknown');
});

test('V: the server forgot the watch: it is asked again', () => {
  expect(run(live(), heard({ type: 'problem', code: 'watch_unknown' })).said).toMatchObject([{ type: 'watch' }]);
});

test('V5: a refused search is shown, the old rows stay', () => {
  const { feed } = run(live(), heard({ type: 'problem', code: 'query_too_long', about: 'watch' }));
  expect(feed.problem).toBe('query_too_long');
  expect(feed.window?.total).toBe(2);
});

test('V: scrolling within the same range says nothing', () => {
  expect(run(live(), { type: 'range', range: RANGE }).said).toEqual([]);
  expect(run(live(), { type: 'range', range: { offset: 500, limit: 95 } }).said).toMatchObject([
    { type: 'scroll', offset: 500 },
  ]);
});

const placesFrame = (watch: number, isWhole: boolean, countries: [string, number][]): ToAgent => ({
  ...{ type: 'places', watch, isWhole, total: 3, totalIsFinal: true, unknown: 0 },
  countries,
});

test('D3: what changed on the map is laid over what stood there, and answers to an older question are dropped', () => {
  const { feed, said } = run(live(), { type: 'places', view: { filter: 'all', query: 'anna' } });
  expect(said).toEqual([{ type: 'watch-places', watch: 1, of: { filter: 'all', query: 'anna' } }]);
  const [whole, later] = [
    [['IT', 2]] as [string, number][],
    [
      ['DE', 1],
      ['IT', 0],
    ] as [string, number][],
  ];
  const after = run(feed, heard(placesFrame(0, true, [])), heard(placesFrame(1, true, whole))).feed;
  expect(after.places).toMatchObject({ isLive: true, counts: { countries: new Map([['IT', 2]]) } });
  expect(run(after, heard(placesFrame(1, false, later))).feed.places.counts?.countries).toEqual(new Map([['DE', 1]]));
});

test('D3: the map is asked for again after a break, and until then it is the last known', () => {
  const { feed } = run(live(), { type: 'places', view: { filter: 'all', query: '' } }, heard(placesFrame(1, true, [])));
  expect(run(feed, lost).feed.places).toMatchObject({ isLive: false, counts: { total: 3 } });
  expect(run(feed, lost, open, heard(WELCOME)).said).toContainEqual({
    ...{ type: 'watch-places', watch: 2 },
    of: { filter: 'all', query: '' },
  });
  expect(run(feed, { type: 'places', view: null }).feed.places.counts).toBeNull();
});
