/**
 * How the dashboard becomes an app on this device. `prompt`: the browser asks when told to; `by-hand`: only the agent can, by
 * the browser's own menu (iOS); `none`: it is one already, or the browser has no such thing.
 */
export type InstallWay = 'prompt' | 'by-hand' | 'none';

/** Chromium's event, which no standard has: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPrompt extends Event {
  prompt: () => Promise<unknown>;
}

export interface Device {
  /** Runs as an app, without the browser around it. */
  readonly isApp: boolean;
  readonly userAgent: string;
  readonly touchPoints: number;
}

/** An iPad says that it is a Mac; Macs have no touch screen. */
export function isIos({ userAgent, touchPoints }: Device): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
}

/** N3: catches the browser's offer to install, which comes once and early, for the moment in which the agent wants it. */
export class InstallOffer {
  readonly #listeners = new Set<() => void>();
  readonly #device: Device;
  #prompt: InstallPrompt | null = null;
  #isInstalled = false;

  constructor(device: Device, window: EventTarget) {
    this.#device = device;
    window.addEventListener('beforeinstallprompt', (event) => {
      // No banner of the browser's: the offer stands where the agent looks for it.
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
      this.#tell();
    });
    window.addEventListener('appinstalled', () => {
      this.#isInstalled = true;
      this.#tell();
    });
  }

  readonly way = (): InstallWay => {
    if (this.#device.isApp || this.#isInstalled) return 'none';
    if (this.#prompt) return 'prompt';
    return isIos(this.#device) ? 'by-hand' : 'none';
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Has the browser ask. A prompt can be used once. */
  readonly install = (): void => {
    const prompt = this.#prompt;
    this.#prompt = null;
    void prompt?.prompt().catch(() => undefined);
    this.#tell();
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** This device, asked once. `standalone` is Safari's own word for it. */
export function deviceOf(window: Window): Device {
  const { navigator } = window;
  const isStandalone = 'standalone' in navigator && navigator.standalone === true;
  return {
    isApp: isStandalone || window.matchMedia('(display-mode: standalone)').matches,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
  };
}
