import type { ChatLink } from './chat-link.ts';
import type { IdentityNotes } from './identity.ts';
import { guard } from './page-window.ts';

export interface CommandTargets {
  readonly notes: IdentityNotes;
  readonly talk: Pick<ChatLink, 'command'>;
  identified(): void;
  logout(): void;
  setConsent(given: boolean): void;
  reportActivity: ((kind: 'focus') => void) | undefined;
}

type Listener = (...args: unknown[]) => void;

/**
 * The commands of `vetrina(…)` and `smartsupp(…)`; docs/javascript-api.md lists them all. Any that only an older or newer
 * version knows are accepted and do nothing: a page must not break over them.
 */
export class Commands {
  private readonly targets: CommandTargets;
  private readonly listeners: Record<string, Listener[]> = {};
  private isReady = false;

  constructor(targets: CommandTargets) {
    this.targets = targets;
  }

  run(call: readonly unknown[]): void {
    const [command, value, extra] = call;
    const { targets } = this;
    // Every identifying command bears the name of its field; any other names nobody.
    const fields = command === 'identify' ? Object(value) : { [command as string]: value ?? null };
    targets.notes.take((name) => fields[name]);
    targets.identified();
    if (/^(chat:|theme:|language$)/.test(command as string)) targets.talk.command(call);
    switch (command) {
      case 'logout':
        targets.logout();
        break;
      case 'consent':
      case 'analyticsConsent':
        targets.setConsent(value === true || value === 'true' || value === 1);
        break;
      case 'status':
        if (value === 'active') targets.reportActivity?.('focus');
        break;
      case 'on':
        this.on(String(value), extra);
        break;
    }
  }

  readonly emit = (event: string, ...values: readonly unknown[]): void => {
    for (const listener of this.listeners[event] ?? []) listener(...values);
  };

  /** The visitor is known to the server. Every later subscriber hears it at once, so nobody has to poll. */
  ready(): void {
    if (this.isReady) return;
    this.isReady = true;
    this.emit('ready');
  }

  private on(event: string, listener: unknown): void {
    if (typeof listener !== 'function') return;
    const guarded = guard(listener as Listener);
    this.listeners[event] = [...(this.listeners[event] ?? []), guarded];
    if (event === 'ready' && this.isReady) guarded();
  }
}
