import type { ConversationId } from '@vetrina/protocol/ids';
import type { PushedNotification } from '@vetrina/protocol/push';
import { describe, expect, it, vi } from 'vitest';
import { FakeShelf } from './fake-shelf.ts';
import { followNotice, hearPush, type PushScope, subscribeAgain } from './hear-push.ts';

const ORIGIN = 'https://chat.shop.example';
const CONVERSATION = 'co1' as ConversationId;

const pushed = (more: Partial<PushedNotification> = {}): string =>
  JSON.stringify({
    ...{ title: 'Anna', body: 'Hello?', language: 'en', tag: CONVERSATION, at: 10, unread: 2 },
    target: { to: 'conversation', conversation: CONVERSATION },
    ...more,
  });

/** An open page of the dashboard. */
function openPage(path: string, more: { focused?: boolean; listens?: boolean; visible?: boolean } = {}) {
  const { focused = false, listens = true, visible = focused } = more;
  const page = { url: ORIGIN + path, focused, visibilityState: visible ? 'visible' : 'hidden', went: [] as string[] };
  return Object.assign(page, {
    focus: async () => Object.assign(page, { focused: true }),
    navigate: async (to: string) => void page.went.push(`loads ${to}`),
    postMessage({ path: to }: { path: string }, [port]: MessagePort[]) {
      if (!listens) return;
      page.went.push(to);
      port?.postMessage(true);
    },
  });
}

/** A worker with these pages open. */
function worker(...pages: ReturnType<typeof openPage>[]) {
  const late: (() => void)[] = [];
  const shelf = new FakeShelf();
  const opened: string[] = [];
  const badges: number[] = [];
  const asked: [string, RequestInit | undefined][] = [];
  const scope = {
    registration: Object.assign(shelf, {
      pushManager: { subscribe: async (options: object) => ({ toJSON: () => ({ ...subscription, options }) }) },
    }),
    clients: { matchAll: async () => pages, openWindow: async (path: string) => void opened.push(path) },
    navigator: {
      language: 'it-IT',
      userAgent: 'A browser',
      setAppBadge: async (count: number) => void badges.push(count),
    },
    async fetch(path: string, init?: RequestInit) {
      asked.push([path, init]);
      return new Response(JSON.stringify({ key: 'a key' }));
    },
    now: () => shelf.times,
    after: (_ms: number, then: () => void) => void late.push(then),
  };
  return { scope: scope as unknown as PushScope, shelf, late, opened, badges, asked };
}

const subscription = { endpoint: 'https://push.example/1', keys: { p256dh: 'a point', auth: 'a secret' } };

describe('C8.27: a push', () => {
  it('C8.27: is shown under its conversation, with the number on the icon', async () => {
    const { scope, shelf, badges } = worker(openPage('/visitors'));
    await hearPush(scope, pushed());
    expect(shelf.shown).toMatchObject([
      { title: 'Anna', body: 'Hello?', tag: CONVERSATION, renotify: true, silent: false },
    ]);
    expect(badges).toEqual([2]);
    await hearPush(scope, pushed({ body: 'Still there?', at: 20, unread: null }));
    expect(shelf.shown.map(({ body }) => body)).toEqual(['Still there?']);
    expect(badges).toEqual([2]);
  });

  it('C8.27: the same one again keeps quiet, a late one does not hide a newer', async () => {
    const { scope, shelf } = worker();
    await hearPush(scope, pushed({ at: 20 }));
    await hearPush(scope, pushed({ at: 20 }));
    expect(shelf.shown).toMatchObject([{ renotify: false, silent: true }]);
    await hearPush(scope, pushed({ at: 10, body: 'Late' }));
    expect(shelf.shown.map(({ body }) => body)).toEqual(['Hello?']);
  });

  it('C8.27: of the very conversation that somebody looks at is shown, as browsers demand, and taken back at once', async () => {
    const { scope, shelf } = worker(openPage(`/conversations/${CONVERSATION}`, { focused: true }));
    await hearPush(scope, pushed());
    expect([shelf.times, shelf.shown]).toEqual([1, []]);
  });

  it('C8.27: that cannot be read shows something all the same', async () => {
    const { scope, shelf } = worker();
    for (const text of [undefined, '{', '{"title":3}', 'null']) await hearPush(scope, text);
    expect(shelf.times).toBe(4);
    expect(shelf.shown).toMatchObject([{ title: 'Vetrina', tag: 'something' }]);
  });
});

describe('C8.28: a notification that was pressed', () => {
  const press = async ({ scope, shelf }: ReturnType<typeof worker>) => {
    await hearPush(scope, pushed());
    const [notification] = await shelf.getNotifications();
    return followNotice(scope, notification as unknown as Notification);
  };

  it('C8.28: leads an open dashboard there without loading it anew, the nearest of several', async () => {
    const [hidden, seen] = [openPage('/visitors'), openPage('/settings/team', { visible: true })];
    const here = worker(openPage('/demo/', { focused: true }), hidden, seen);
    await press(here);
    expect([seen.went, seen.focused, hidden.went, here.opened, here.shelf.shown]).toEqual([
      ['/conversations/co1'],
      true,
      [],
      [],
      [],
    ]);
  });

  it('C8.28: sends a page there that does not listen: it sleeps, or nobody is signed in', async () => {
    const page = openPage('/sign-in', { listens: false });
    const here = worker(page);
    const pressed = press(here);
    await vi.waitFor(() => expect(here.late).toHaveLength(1));
    for (const task of here.late) task();
    await pressed;
    expect(page.went).toEqual(['loads /conversations/co1']);
  });

  it('C8.28: opens one where there is none', async () => {
    const here = worker();
    await press(here);
    expect(here.opened).toEqual(['/conversations/co1']);
  });
});

it('C8.25: a subscription that the browser replaced is told to the server, and made where it is not given', async () => {
  const { scope, asked } = worker();
  await subscribeAgain(scope, { toJSON: () => subscription } as unknown as PushSubscription);
  expect(asked.map(([path]) => path)).toEqual(['/api/v1/push/devices']);
  expect(JSON.parse(String(asked[0]?.[1]?.body))).toEqual({
    ...subscription,
    ...{ language: 'it-IT', userAgent: 'A browser' },
  });
  await subscribeAgain(scope, null);
  expect(asked.map(([path]) => path).slice(1)).toEqual(['/api/v1/push/key', '/api/v1/push/devices']);
});
