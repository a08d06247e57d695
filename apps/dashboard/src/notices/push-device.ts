import type { PushDevice, PushSubscribing } from '@vetrina/protocol/http/push';
import type { PushDeviceId } from '@vetrina/protocol/ids';

/**
 * What this browser can do. `insecure`: not over HTTPS; `home-screen`: an iPhone or iPad, where only an app on the home screen
 * hears pushes; `denied`: the browser has been told no, and asks nobody again.
 */
export type PushState = 'unsupported' | 'insecure' | 'home-screen' | 'denied' | 'off' | 'on';

export interface DeviceEnv {
  readonly isSecure: boolean;
  /** On iOS, outside the app on the home screen. */
  readonly isIosBrowser: boolean;
  readonly notification: { readonly permission: NotificationPermission; requestPermission(): Promise<unknown> } | null;
  /** null: there is no worker, or it knows no pushes. */
  readonly pushes: () => Promise<PushManager | null>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly userAgent: string;
  readonly language: () => string;
  readonly server: {
    key(): Promise<string>;
    subscribe(body: PushSubscribing): Promise<PushDevice>;
    remove(device: PushDeviceId): Promise<unknown>;
  };
}

/** Who turned it on in this browser: for somebody else who signs in here it stays off until they do. */
const WHOSE = 'vetrina.push.agent';

/** C8: this browser as a device that hears pushes, or could. */
export class ThisDevice {
  readonly #env: DeviceEnv;
  readonly #agent: string;

  constructor(env: DeviceEnv, agent: string) {
    this.#env = env;
    this.#agent = agent;
  }

  async state(): Promise<PushState> {
    const { isSecure, isIosBrowser, notification } = this.#env;
    if (!isSecure) return 'insecure';
    if (isIosBrowser) return 'home-screen';
    const pushes = await this.#env.pushes();
    if (notification === null || pushes === null) return 'unsupported';
    if (notification.permission === 'denied') return 'denied';
    return this.#isMine() && (await pushes.getSubscription()) !== null ? 'on' : 'off';
  }

  /** Tells the server that this browser still hears, and learns which of the devices it is; null: it does not. */
  async confirm(): Promise<PushDevice | null> {
    if ((await this.state()) !== 'on') return null;
    const subscription = await (await this.#env.pushes())?.getSubscription();
    return subscription ? this.#tell(subscription) : null;
  }

  /** After a press: browsers ask nobody unasked. null: the person said no. */
  async turnOn(): Promise<PushDevice | null> {
    const { notification, pushes, server, storage } = this.#env;
    await notification?.requestPermission();
    const manager = await pushes();
    if (manager === null || notification?.permission !== 'granted') return null;
    const key = await server.key();
    const device = await this.#tell(await subscription(manager, key));
    storage.setItem(WHOSE, this.#agent);
    return device;
  }

  /** `device`: as the server knows it, if it does. */
  async turnOff(device: PushDeviceId | null): Promise<void> {
    this.#env.storage.removeItem(WHOSE);
    const subscription = await (await this.#env.pushes())?.getSubscription();
    await subscription?.unsubscribe();
    if (device !== null) await this.#env.server.remove(device);
  }

  #isMine(): boolean {
    return this.#env.storage.getItem(WHOSE) === this.#agent;
  }

  async #tell(subscription: PushSubscription): Promise<PushDevice> {
    const { endpoint, keys } = subscription.toJSON();
    const { p256dh = '', auth = '' } = keys ?? {};
    const { userAgent, language, server } = this.#env;
    return server.subscribe({ endpoint: endpoint ?? '', keys: { p256dh, auth }, language: language(), userAgent });
  }
}

/** One for another key is of no use: the server was set up anew. */
async function subscription(manager: PushManager, key: string): Promise<PushSubscription> {
  const wanted = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(wanted);
  } catch (error) {
    const other = await manager.getSubscription();
    if (other === null) throw error;
    await other.unsubscribe();
    return manager.subscribe(wanted);
  }
}
