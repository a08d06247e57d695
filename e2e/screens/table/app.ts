import type { Look, Screen } from '../screen.ts';

/** What a browser says of itself, on pages whose address says so too. */
const pretends =
  (word: string, permission: NotificationPermission) =>
  async ({ page }: Look): Promise<void> => {
    await page.addInitScript(
      ([asked, says]) => {
        if (!location.search.includes(asked)) return;
        if (asked === 'offline') return void Object.defineProperty(navigator, 'onLine', { value: false });
        const subscription = {
          endpoint: 'https://push.example/1',
          toJSON: () => ({
            endpoint: 'https://push.example/1',
            keys: { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) },
          }),
        };
        let subscribed: typeof subscription | null = null;
        const pushManager = {
          getSubscription: async () => subscribed,
          subscribe: async () => {
            subscribed = subscription;
            return subscription;
          },
        };
        Object.defineProperty(Notification, 'permission', { value: says });
        Notification.requestPermission = async () => says;
        navigator.serviceWorker.getRegistration = async () =>
          ({ pushManager, getNotifications: async () => [] }) as never;
      },
      [word, permission] as const,
    );
  };

const DEVICE = {
  id: `pd${'0'.repeat(22)}`,
  browser: 'Chrome',
  os: 'Android',
  usedAt: Date.UTC(2026, 2, 2, 9),
};

/** The server keeps none of it: other looks follow. */
async function hearsPushes(look: Look): Promise<void> {
  await pretends('push=on', 'granted')(look);
  await look.page.route('**/api/v1/push/devices', (route) =>
    route.fulfill({ json: route.request().method() === 'GET' ? [DEVICE] : DEVICE }),
  );
}

const isOffline = async (look: Look): Promise<void> => {
  await pretends('offline', 'default')(look);
  await look.page.route('**/api/v1/session', (route) => route.abort());
};

const toPushes = async ({ page, say }: Look): Promise<void> => {
  await page.getByRole('heading', { name: say('push.title') }).scrollIntoViewIfNeeded();
};

/** A worker that waits, and says that the page is none of its own: as after a newer version came. */
async function meetsANewerVersion({ page }: Look): Promise<void> {
  await page.addInitScript(() => {
    if (!location.search.includes('newer')) return;
    const waiting = { postMessage: (_: unknown, [port]: readonly MessagePort[]) => port?.postMessage(false) };
    Object.defineProperty(navigator.serviceWorker, 'controller', { value: waiting });
    Object.defineProperty(navigator.serviceWorker, 'register', {
      value: async () => ({ waiting, addEventListener: () => undefined, update: async () => undefined }),
    });
  });
}

/** What the app on a phone brings along, at a desk as well. */
export const APP_SCREENS: readonly Screen[] = [
  {
    name: 'push-off',
    who: 'owner',
    at: '/settings/notifications?push=off',
    first: pretends('push=off', 'default'),
    deeds: toPushes,
    shows: ({ button }) => button('push.here.turnOn'),
  },
  {
    name: 'push-on',
    who: 'owner',
    at: '/settings/notifications?push=on',
    first: hearsPushes,
    deeds: async (look) => {
      await look.presses('push.here.turnOn');
      await toPushes(look);
    },
    shows: ({ button }) => button('push.here.turnOff'),
  },
  {
    name: 'push-denied',
    who: 'owner',
    at: '/settings/notifications?push=denied',
    first: pretends('push=denied', 'denied'),
    deeds: toPushes,
    shows: ({ page, say }) => page.getByText(say('push.here.denied')),
  },
  {
    name: 'update-ready',
    who: 'owner',
    at: '/visitors?newer',
    first: meetsANewerVersion,
    shows: ({ page, say }) => page.getByText(say('phone.update.ready')),
  },
  { name: 'offline', who: 'owner', at: '/visitors?offline', first: isOffline, isBroken: true },
];
