import { IDENTITY_FIELDS, type IdentityNotes } from './identity.ts';
import { guard } from './page-window.ts';

export interface CommandTargets {
  identity: IdentityNotes;
  identified(): void;
  logout(): void;
  consent(given: boolean): void;
  active(): void;
}

type Listener = (...args: unknown[]) => void;

/**
 * The commands of `vetrina(…)` and `smartsupp(…)`; docs/javascript-api.md lists them all. Those of the chat box, and any
 * that only an older or newer version knows, are accepted and do nothing: a page must not break over them.
 */
export class Commands {
  private readonly targets: CommandTargets;
  private readonly listeners: Record<string, Listener[]> = {};
  private isReady = false;

  constructor(targets: CommandTargets) {
    this.targets = targets;
  }

  run(command: unknown, value: unknown, extra: unknown): void {
    const { identity, identified, logout, consent, active } = this.targets;
    const field = IDENTITY_FIELDS.find((name) => name === command);
    if (field) {
      identity.setField(field, value);
      identified();
      return;
    }
    switch (command) {
      case 'variables':
        identity.setVariables(value);
        identified();
        break;
      case 'logout':
        logout();
        break;
      case 'consent':
      case 'analyticsConsent':
        consent(value === true || value === 'true' || value === 1);
        break;
      case 'status':
        if (value === 'active') active();
        break;
      case 'on':
        this.on(String(value), extra);
        break;
    }
  }

  /** The visitor is known to the server. Every later subscriber hears it at once, so nobody has to poll. */
  ready(): void {
    if (this.isReady) return;
    this.isReady = true;
    for (const listener of this.listeners.ready ?? []) listener();
  }

  private on(event: string, listener: unknown): void {
    if (typeof listener !== 'function') return;
    const guarded = guard(listener as Listener);
    this.listeners[event] = [...(this.listeners[event] ?? []), guarded];
    if (event === 'ready' && this.isReady) guarded();
  }
}
