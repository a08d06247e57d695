import { createECDH, randomBytes } from 'node:crypto';
import { DEFAULT_PREFERENCES, type Preferences } from '@vetrina/protocol/http/preferences';
import type { PushDevice, PushSubscribing } from '@vetrina/protocol/http/push';
import { type PushedNotification, pushedNotification } from '@vetrina/protocol/push';
import type { PushBrowser, pushService } from '@vetrina/testkit/push-service';
import { expect, vi } from 'vitest';
import { Cast, type Who } from './authorisation-cast.ts';
import { OWN } from './http-world.ts';

const CHROME_ON_ANDROID =
  'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

/** What a browser says that subscribed there. */
export function aSubscribing(endpoint: string, more: Partial<PushSubscribing> = {}): PushSubscribing {
  const p256dh = createECDH('prime256v1').generateKeys('base64url');
  const keys = { p256dh, auth: randomBytes(16).toString('base64url') };
  return { endpoint, keys, language: 'en', userAgent: CHROME_ON_ANDROID, ...more };
}

type Service = Awaited<ReturnType<typeof pushService>>;

/** A cast on a running server whose people have phones. */
export class PushCast {
  readonly cast: Cast;
  readonly service: Service;

  private constructor(cast: Cast, service: Service) {
    this.cast = cast;
    this.service = service;
  }

  static async gather(service: Service, env: Readonly<Record<string, string>> = {}): Promise<PushCast> {
    const cast = await Cast.gather({ PORT: '0', PUBLIC_URL: OWN, PUSH_TO_OWN_NETWORK: '1', ...env });
    await cast.world.app.start();
    return new PushCast(cast, service);
  }

  /** A browser of this person's that hears pushes from now on. */
  async phone(who: Who, more: Partial<PushSubscribing> = {}): Promise<PushBrowser & { readonly device: PushDevice }> {
    const browser = this.service.subscribes();
    return { ...browser, device: await this.subscribes(who, browser, more) };
  }

  subscribes(who: Who, { endpoint, keys }: PushBrowser, more: Partial<PushSubscribing> = {}): Promise<PushDevice> {
    return this.cast.must(who, 'subscribePush', { body: aSubscribing(endpoint, { keys, ...more }) });
  }

  async wishes(who: Who, wished: Partial<Preferences['notifications']>, more: Partial<Preferences> = {}) {
    const before: Preferences = await this.cast.must(who, 'preferences');
    const body = { ...before, ...more, notifications: { ...before.notifications, ...wished } };
    await this.cast.must(who, 'savePreferences', { body });
  }

  /** Time passes, and what is due goes out: the push service takes real time. */
  async pass(ms: number): Promise<void> {
    await this.cast.world.clock.pass(ms);
  }

  /** Lets what is due go out until so many have come to this phone. */
  async hears(phone: PushBrowser, times: number): Promise<PushedNotification[]> {
    await vi.waitFor(
      async () => {
        await this.pass(1);
        expect(phone.received).toHaveLength(times);
      },
      { timeout: 5_000, interval: 5 },
    );
    return phone.received.map(({ text }) => pushedNotification.parse(JSON.parse(text)));
  }

  /** Every attempt so far has ended: nothing waits in the queue that is due. */
  async settles(): Promise<void> {
    await vi.waitFor(
      async () => {
        await this.pass(1);
        expect(/^vetrina_jobs\{state="waiting"\} (\d+)/m.exec(await this.#metrics())?.[1]).toBe('1');
      },
      { timeout: 5_000, interval: 5 },
    );
  }

  /** Lets what is due go out until that has come of so many attempts. */
  async counts(outcome: string, times: number): Promise<void> {
    const counter = new RegExp(`^vetrina_pushes_total\\{label="${outcome}"\\} (\\d+)`, 'm');
    await vi.waitFor(
      async () => {
        await this.pass(1);
        expect(Number(counter.exec(await this.#metrics())?.[1] ?? 0)).toBe(times);
      },
      { timeout: 5_000, interval: 5 },
    );
  }

  /** Nobody hears anything any more, and wishes are as at the beginning. */
  async isAsBefore(): Promise<void> {
    await this.settles();
    for (const who of ['owner', 'admin', 'agent', 'agent of another group', 'owner of another account'] as const) {
      const devices: PushDevice[] = (await this.cast.ask(who, 'pushDevices')).json();
      if (!Array.isArray(devices)) continue;
      for (const { id } of devices) await this.cast.must(who, 'removePushDevice', { params: { device: id } });
      await this.cast.must(who, 'savePreferences', { body: DEFAULT_PREFERENCES });
      await this.cast.must(who, 'saveMyStatus', { body: { status: 'online' } });
    }
  }

  async #metrics(): Promise<string> {
    return (await this.cast.world.app.http.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })).body;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cast[Symbol.asyncDispose]();
  }
}
