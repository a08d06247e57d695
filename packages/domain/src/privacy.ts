import type { Account } from '@vetrina/protocol/http/account';
import { formatIp, networkOf, parseIp } from './ip-address.ts';

/** Bits of an address that stay when it is masked: the last number of IPv4 goes, all but the site's prefix of IPv6. */
const KEPT_BITS = { 4: 24, 6: 48 } as const;

/**
 * T3: the address as it may be stored: `203.0.113.7` becomes `203.0.113.0`, IPv6 keeps its /48. What is not an address
 * becomes empty, because it could be anything.
 */
export function maskIp(ip: string): string {
  const address = parseIp(ip);
  return address ? formatIp(networkOf(address, KEPT_BITS[address.version])) : '';
}

/** What the browser and the page say about being tracked. */
export interface PrivacySignals {
  /** https://w3c.github.io/gpc/ */
  readonly globalPrivacyControl: boolean;
  readonly doNotTrack: boolean;
  /** What the visitor answered on this page; null: nothing yet. */
  readonly consent: boolean | null;
}

/** `full`: a row in the list. `count`: a number beside it, nothing kept in the browser. `none`: as if not there. */
export type Tracking = 'full' | 'count' | 'none';

/**
 * T3: how much of a visitor may be seen. A visitor's own yes outweighs the browser's general signals, a no outweighs the
 * account's `full`; where consent is demanded nothing at all happens before it, and `chat-only` sees nobody until the
 * chat box is opened.
 */
export function trackingFor(
  account: Pick<Account, 'trackingMode' | 'respectPrivacySignals'>,
  signals: PrivacySignals,
): Tracking {
  switch (account.trackingMode) {
    case 'count-only':
      return 'count';
    case 'chat-only':
      return 'none';
    case 'consent':
      return signals.consent === true ? 'full' : 'none';
    case 'full': {
      if (signals.consent !== null) return signals.consent ? 'full' : 'count';
      const refuses = signals.globalPrivacyControl || signals.doNotTrack;
      return refuses && account.respectPrivacySignals ? 'count' : 'full';
    }
  }
}
