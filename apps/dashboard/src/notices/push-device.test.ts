import type { PushSubscribing } from '@vetrina/protocol/http/push';
import type { PushDeviceId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import { type DeviceEnv, ThisDevice } from './push-device.ts';

const KEYS = { p256dh: 'a point', auth: 'a secret' };

/** A browser that lets itself be subscribed, unless it is said to be otherwise. */
function browser(more: Partial<Omit<DeviceEnv, 'notification'>> & { answer?: NotificationPermission } = {}) {
  const { answer = 'granted', ...env } = more;
  const kept = new Map<string, string>();
  const said: string[] = [];
  const state = { permission: 'default' as NotificationPermission, key: null as string | null };
  const subscription = () => ({
    toJSON: () => ({ endpoint: `https://push.example/${state.key}`, keys: KEYS }),
    unsubscribe: async () => {
      state.key = null;
      return true;
    },
  });
  const pushes = {
    getSubscription: async () => (state.key === null ? null : subscription()),
    async subscribe({ applicationServerKey: key }: { applicationServerKey: string }) {
      if (state.key !== null && state.key !== key) throw new Error('InvalidStateError');
      state.key = key;
      return subscription();
    },
  };
  const server = {
    key: async () => 'key-1',
    async subscribe({ endpoint }: PushSubscribing) {
      said.push(endpoint);
      return { id: 'pd1' as PushDeviceId, browser: null, os: null, createdAt: 0, usedAt: 0 };
    },
    remove: async (device: PushDeviceId) => void said.push(`removes ${device}`),
  };
  const whole = {
    ...{ isSecure: true, isIosBrowser: false, userAgent: 'A browser', language: () => 'en', server },
    notification: {
      get permission() {
        return state.permission;
      },
      async requestPermission() {
        state.permission = answer;
      },
    },
    pushes: async () => pushes as unknown as PushManager,
    storage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    },
    ...env,
  } satisfies DeviceEnv;
  return { said, state, of: (agent: string) => new ThisDevice(whole, agent) };
}

it('C8.25: is turned on by a press, confirmed at every start, and turned off on both sides', async () => {
  const { of, said } = browser();
  expect(await of('ada').state()).toBe('off');
  expect(await of('ada').confirm()).toBeNull();
  expect(await of('ada').turnOn()).toMatchObject({ id: 'pd1' });
  expect(await of('ada').state()).toBe('on');
  await of('ada').confirm();
  await of('ada').turnOff('pd1' as PushDeviceId);
  expect(await of('ada').state()).toBe('off');
  expect(said).toEqual(['https://push.example/key-1', 'https://push.example/key-1', 'removes pd1']);
});

it('C8.25: stays off for somebody else who signs in here, until they turn it on', async () => {
  const { of, said } = browser();
  await of('ada').turnOn();
  expect(await of('bob').state()).toBe('off');
  expect(await of('bob').confirm()).toBeNull();
  await of('bob').turnOn();
  expect([await of('bob').state(), await of('ada').state(), said.length]).toEqual(['on', 'off', 2]);
});

it('C8.25: subscribes anew where the server has another key', async () => {
  const { of, state, said } = browser();
  state.key = 'key-0';
  await of('ada').turnOn();
  expect([state.key, said]).toEqual(['key-1', ['https://push.example/key-1']]);
});

it('C8.25: says what stands in the way', async () => {
  expect(await browser({ isSecure: false }).of('ada').state()).toBe('insecure');
  expect(await browser({ isIosBrowser: true }).of('ada').state()).toBe('home-screen');
  expect(
    await browser({ pushes: async () => null })
      .of('ada')
      .state(),
  ).toBe('unsupported');
  const denied = browser({ answer: 'denied' });
  expect(await denied.of('ada').turnOn()).toBeNull();
  expect([await denied.of('ada').state(), denied.said]).toEqual(['denied', []]);
});
