import { guard, type PageWindow, store, stored } from './page-window.ts';
import { ID, randomId } from './random-id.ts';
import { pageOption } from './take-over-snippet.ts';

/** `consent`: it was given. `chat`: the box is to be fetched without anybody asking. */
type Fact = 'consent' | 'chat';
const PREFIX = 'vetrina_';
const SIX_MONTHS_S = 15_552_000;

/**
 * What the browser remembers between visits: the key it is recognised by, that consent was given, that the chat goes on.
 * In a first-party cookie (shared over subdomains with `cookieDomain`) and mirrored in localStorage; either may be forbidden.
 */
export interface BrowserMemory {
  /** The stored key or a fresh one; writing renews its six months. */
  key(): string;
  /** The key of this page if it has one, else the stored one. Stores nothing. */
  keyInUse(): string | undefined;
  /** The stored key: another tab may have put one in the place of this page's. */
  stored(): string | undefined;
  /** Another key, a fresh one if none is given, as after `logout`. */
  renewKey(key?: string): void;
  /** Undefined where nothing is known of it. */
  has(fact: Fact): true | undefined;
  note(fact: Fact, holds: boolean): void;
  /** Leaves no trace. */
  forget(): void;
}

export function browserMemory(w: PageWindow): BrowserMemory {
  let inHand: string | undefined;
  const storedKey = (): string | undefined => read(w, 'vid', ID);
  const keep = (key = randomId(w.crypto)): string => {
    inHand = key;
    write(w, 'vid', key);
    return key;
  };
  return {
    key: () => inHand ?? keep(storedKey()),
    keyInUse: () => inHand ?? storedKey(),
    stored: storedKey,
    renewKey: keep,
    has: (fact) => (read(w, fact, /^1$/) ? true : undefined),
    note: (fact, holds) => write(w, fact, holds ? '1' : ''),
    forget() {
      inHand = undefined;
      write(w, 'vid', '');
      write(w, 'consent', '');
      write(w, 'chat', '');
    },
  };
}

function read(w: PageWindow, name: string, shape: RegExp): string | undefined {
  const cookie = guard(() => w.document.cookie.match(`(?:^|; )${PREFIX}${name}=([^;]*)`)?.[1]?.match(shape)?.[0])();
  return cookie ?? stored(w, 'localStorage', PREFIX + name, shape);
}

/** An empty value erases. */
function write(w: PageWindow, name: string, value: string): void {
  const domain = pageOption(w, 'cookieDomain');
  const path = pageOption(w, 'cookiePath') ?? '/';
  guard(() => {
    w.document.cookie =
      `${PREFIX}${name}=${value};path=${path};max-age=${value ? SIX_MONTHS_S : 0};SameSite=Lax` +
      (domain ? `;domain=${domain}` : '') +
      (w.location.protocol === 'https:' ? ';Secure' : '');
  })();
  store(w, 'localStorage', PREFIX + name, value);
}
