import { attempt, guard, type PageWindow } from './page-window.ts';
import { randomId } from './random-id.ts';
import { pageOption } from './take-over-snippet.ts';

const KEY = 'vetrina_vid';
const CONSENT = 'vetrina_consent';
const SIX_MONTHS_S = 15_552_000;

/**
 * What the browser remembers between visits: the key it is recognised by, and that consent was given. In a first-party
 * cookie (shared over subdomains with `cookieDomain`) and mirrored in localStorage; either may be forbidden.
 */
export interface BrowserMemory {
  /** The stored key or a fresh one; writing renews its six months. */
  key(): string;
  /** A fresh key, as after `logout`. */
  renewKey(): void;
  hasConsent(): boolean;
  storeConsent(): void;
  /** Leaves no trace. */
  forget(): void;
}

export function browserMemory(w: PageWindow): BrowserMemory {
  let inHand: string | undefined;
  const keep = (key: string): string => {
    inHand = key;
    write(w, KEY, key);
    return key;
  };
  return {
    key: () => inHand ?? keep(read(w, KEY, /^[\w-]{22}$/) ?? randomId(w.crypto)),
    renewKey() {
      keep(randomId(w.crypto));
    },
    hasConsent: () => read(w, CONSENT, /^1$/) !== undefined,
    storeConsent: () => write(w, CONSENT, '1'),
    forget() {
      inHand = undefined;
      write(w, KEY, '');
      write(w, CONSENT, '');
    },
  };
}

function read(w: PageWindow, name: string, shape: RegExp): string | undefined {
  const cookie = attempt(() => w.document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1], undefined);
  const stored = attempt(() => w.localStorage.getItem(name), null);
  return [cookie, stored].find((value): value is string => typeof value === 'string' && shape.test(value));
}

/** An empty value erases. */
function write(w: PageWindow, name: string, value: string): void {
  const domain = pageOption(w, 'cookieDomain');
  const path = pageOption(w, 'cookiePath') ?? '/';
  guard(() => {
    w.document.cookie =
      `${name}=${value}; path=${path}; max-age=${value ? SIX_MONTHS_S : 0}; SameSite=Lax` +
      (domain ? `; domain=${domain}` : '') +
      (w.location.protocol === 'https:' ? '; Secure' : '');
  })();
  guard(() => {
    if (value) w.localStorage.setItem(name, value);
    else w.localStorage.removeItem(name);
  })();
}
