import type { PushSubscribing } from '@vetrina/protocol/http/push';
import type { PushedNotification } from '@vetrina/protocol/push';
import type { FromWorker } from '../src/app-shell/worker-messages.ts';
import { pathOf } from '../src/notices/push-paths.ts';
import { type NoticeData, showNotice, takeBack } from '../src/notices/show-notice.ts';

/** The part of the browser that hearing pushes needs. */
export interface PushScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Pick<Clients, 'matchAll' | 'openWindow'>;
  readonly navigator: Pick<WorkerNavigator, 'language' | 'userAgent' | 'setAppBadge'>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly after: (ms: number, then: () => void) => void;
}

/** A page that says nothing for so long does not lead anywhere by itself (it sleeps, or nobody is signed in), ms. */
const PATIENCE = 2_000;

/** What could not be read: browsers demand that every push shows something (`userVisibleOnly`). */
const SOMETHING: Omit<PushedNotification, 'at'> = {
  ...{ title: 'Vetrina', body: '', language: '', tag: 'something', unread: null },
  target: { to: 'visitors' },
};

/**
 * C8: shows what was pushed. Every push shows something, or the browser ends the subscription; where somebody looks at the very
 * conversation it is taken back at once.
 */
export async function hearPush(scope: PushScope, text: string | undefined): Promise<void> {
  const pushed = readPush(text) ?? { ...SOMETHING, at: scope.now() };
  await showNotice(scope.registration, pushed);
  if (await isInFront(scope, pathOf(pushed.target))) await takeBack(scope.registration, pushed.tag);
  // Not every browser has a number for the icon, and some refuse it where the app is not installed.
  if (pushed.unread !== null) await scope.navigator.setAppBadge?.(pushed.unread).catch(() => undefined);
}

function readPush(text: string | undefined): PushedNotification | null {
  try {
    const read = JSON.parse(text ?? '') as Partial<PushedNotification>;
    return typeof read.title === 'string' && typeof read.tag === 'string' && read.target
      ? (read as PushedNotification)
      : null;
  } catch {
    return null;
  }
}

async function isInFront({ clients }: PushScope, path: string): Promise<boolean> {
  return (await windowsOf(clients)).some(({ focused, url }) => focused && new URL(url).pathname === path);
}

function windowsOf(clients: PushScope['clients']): Promise<readonly WindowClient[]> {
  return clients.matchAll({ type: 'window', includeUncontrolled: true });
}

/**
 * A notification was pressed: an open dashboard comes to the front and goes there by itself, so that nothing is lost which
 * somebody has begun to write; one that does not listen is sent there. Without any, one is opened.
 */
export async function followNotice(scope: PushScope, notification: Notification): Promise<void> {
  notification.close();
  const { target } = (notification.data as NoticeData | null) ?? SOMETHING;
  const path = pathOf(target);
  const open = nearest((await windowsOf(scope.clients)).filter(({ url }) => isDashboard(url)));
  if (open === undefined) {
    await scope.clients.openWindow(path);
    return;
  }
  // Fails where the press is too long ago; the page goes there all the same.
  await open.focus().catch(() => undefined);
  if (!(await goesThere(scope, open, path))) await open.navigate(path).catch(() => scope.clients.openWindow(path));
}

/** Of this origin are the demo's shop and the box beside it, too. */
const isDashboard = (url: string): boolean => !/^\/(?:demo|box|api)(?:\/|$)/.test(new URL(url).pathname);

const nearest = (windows: readonly WindowClient[]): WindowClient | undefined =>
  windows.find(({ focused }) => focused) ??
  windows.find(({ visibilityState }) => visibilityState === 'visible') ??
  windows[0];

function goesThere({ after }: PushScope, page: WindowClient, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(true);
    };
    after(PATIENCE, () => resolve(false));
    page.postMessage({ kind: 'open', path } satisfies FromWorker, [port2]);
  });
}

/** The browser gave the subscription another address: the server hears of it, for whoever is signed in here. */
export async function subscribeAgain(
  { registration, fetch, navigator }: PushScope,
  given: PushSubscription | null,
): Promise<void> {
  const subscription = given ?? (await registration.pushManager.subscribe(await wanted(fetch)));
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) return;
  const { language, userAgent } = navigator;
  const body: PushSubscribing = { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth }, language, userAgent };
  await fetch('/api/v1/push/devices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function wanted(ask: PushScope['fetch']): Promise<PushSubscriptionOptionsInit> {
  const answer = await ask('/api/v1/push/key');
  const { key } = (await answer.json()) as { key: string };
  return { userVisibleOnly: true, applicationServerKey: key };
}
