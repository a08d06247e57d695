import { type CDPSession, expect, type Page, type Worker } from '@playwright/test';
import type { PushBrowser } from '@vetrina/testkit/push-service';

/** What is used of the worker's own world, which the library of types for pages lacks. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly NotificationEvent: new (type: string, init: { readonly notification: Notification }) => Event;
}

/**
 * A browser whose pushes come: Chromium's own push service is not here, so another one stands in for it. The page subscribes
 * there, and what it received is delivered to the real service worker, as Chromium would.
 */
export class PushedBrowser {
  readonly #page: Page;
  readonly #browser: PushBrowser;
  readonly #delivery: CDPSession;
  #registration = '';
  #delivered = 0;

  private constructor(page: Page, browser: PushBrowser, delivery: CDPSession) {
    this.#page = page;
    this.#browser = browser;
    this.#delivery = delivery;
  }

  /** Before the first page. */
  static async of(page: Page, browser: PushBrowser): Promise<PushedBrowser> {
    await page.addInitScript(standIn, { endpoint: browser.endpoint, keys: browser.keys });
    const pushed = new PushedBrowser(page, browser, await page.context().newCDPSession(page));
    pushed.#delivery.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      pushed.#registration = registrations.find(({ isDeleted }) => !isDeleted)?.registrationId ?? pushed.#registration;
    });
    await pushed.#delivery.send('ServiceWorker.enable');
    return pushed;
  }

  /** The worker that keeps the shell and hears pushes. */
  async #worker(): Promise<Worker> {
    const context = this.#page.context();
    return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  }

  /** Everything that came to the push service since the last time reaches the worker. */
  async receives(times: number): Promise<void> {
    const { received } = this.#browser;
    await expect.poll(() => received.length).toBe(this.#delivered + times);
    for (const { text } of received.slice(this.#delivered)) await this.#deliver(text);
    this.#delivered = received.length;
  }

  async #deliver(data: string): Promise<void> {
    const origin = new URL((await this.#worker()).url()).origin;
    await this.#delivery.send('ServiceWorker.deliverPushMessage', { origin, registrationId: this.#registration, data });
  }

  /** What the system shows, as title and text. */
  async shows(): Promise<(readonly [string, string])[]> {
    const worker = await this.#worker();
    return await worker.evaluate(async () => {
      const { registration } = globalThis as unknown as WorkerScope;
      return (await registration.getNotifications()).map(({ title, body }) => [title, body] as const);
    });
  }

  /** From now on the number on the app's icon can be read. */
  async hasABadge(): Promise<void> {
    await (await this.#worker()).evaluate(() => {
      const scope = globalThis as unknown as { navigator: object; badge?: number };
      Object.assign(scope.navigator, {
        setAppBadge: async (count: number) => void Object.assign(scope, { badge: count }),
      });
    });
  }

  async badge(): Promise<number | undefined> {
    return await (await this.#worker()).evaluate(() => (globalThis as unknown as { badge?: number }).badge);
  }

  /** Presses the one notification: the worker hears of it as it would from the system. */
  async presses(): Promise<void> {
    await (await this.#worker()).evaluate(async () => {
      const { registration, NotificationEvent } = globalThis as unknown as WorkerScope;
      const [notification] = await registration.getNotifications();
      if (!notification) throw new Error('nothing is shown');
      dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    });
  }
}

/** Runs in the page: the browser's part of subscribing. */
function standIn({ endpoint, keys }: Pick<PushBrowser, 'endpoint' | 'keys'>): void {
  const SUBSCRIBED = 'subscribed at the stand-in';
  const subscription = {
    endpoint,
    toJSON: () => ({ endpoint, keys }),
    async unsubscribe() {
      localStorage.removeItem(SUBSCRIBED);
      return true;
    },
  };
  Object.assign(PushManager.prototype, {
    getSubscription: async () => (localStorage.getItem(SUBSCRIBED) ? subscription : null),
    async subscribe() {
      localStorage.setItem(SUBSCRIBED, 'yes');
      return subscription;
    },
  });
}
