import type { IdentityNotes } from './identity.ts';
import { guard } from './page-window.ts';

export interface CommandTargets {
  readonly notes: IdentityNotes;
  /** What concerns the chat and the rules. */
  obey(call: readonly unknown[]): void;
  identified(): void;
  logout(): void;
  setConsent(given: boolean): void;
  reportActivity(kind: 'focus'): void;
}

type Listener = (...args: unknown[]) => void;

export interface Commands {
  run(call: readonly unknown[]): void;
  /** Tells the page's listeners of an event. */
  emit(event: string, ...values: readonly unknown[]): void;
  /** The visitor is known to the server. Every later subscriber hears it at once, so nobody has to poll. */
  ready(): void;
}

/**
 * The commands of `vetrina(…)` and `smartsupp(…)`; docs/javascript-api.md lists them all. Any that only an older or newer
 * version knows are accepted and do nothing: a page must not break over them.
 */
export function commandsFor(targets: CommandTargets): Commands {
  const listeners: Record<string, Listener[]> = {};
  let isReady = false;
  const emit = (event: string, ...values: readonly unknown[]): void => {
    for (const listener of listeners[event] ?? []) listener(...values);
  };
  const on = (event: string, listener: Listener): void => {
    const guarded = guard(listener);
    listeners[event] = [...(listeners[event] ?? []), guarded];
    if (event === 'ready' && isReady) guarded();
  };
  return {
    run(call) {
      const [command, value, extra] = call;
      // Every identifying command bears the name of its field; any other names nobody.
      const fields = command === 'identify' ? Object(value) : { [command as string]: value ?? null };
      targets.notes.take((name) => fields[name]);
      targets.identified();
      if (/^(chat:|theme:|(language|event)$)/.test(command as string)) targets.obey(call);
      if (command === 'logout') targets.logout();
      if (/^(analyticsC|c)onsent$/.test(command as string)) targets.setConsent(/^(true|1)$/.test(value as string));
      if (command === 'status' && value === 'active') targets.reportActivity('focus');
      if (command === 'on') on(value as string, extra as Listener);
    },
    emit,
    ready() {
      if (isReady) return;
      isReady = true;
      emit('ready');
    },
  };
}
