import type { Presence } from './live-visitor.ts';

/** V1, ms after the last tab went: shown as left from `grace` on, off the list from `gone` on. */
export const PRESENCE = { grace: 5_000, gone: 30_000 } as const;

const HERE: Presence = { state: 'here' };

/**
 * The presence of a visitor who has `openTabs` tabs open from `now` (ms) on. Any tab means here, also within the 30 s
 * after the last one went; no tab starts the grace once and leaves a running one alone.
 */
export function tabsNow(presence: Presence, openTabs: number, now: number): Presence {
  if (openTabs > 0) return presence.state === 'here' ? presence : HERE;
  return presence.state === 'here' ? { state: 'leaving', since: now } : presence;
}

/** What time alone has made of a presence by `now` (ms). `gone`: take the visitor off the list, the visit is over. */
export function presenceAt(presence: Presence, now: number): Presence | 'gone' {
  if (presence.state === 'here') return presence;
  const away = now - presence.since;
  if (away >= PRESENCE.gone) return 'gone';
  if (presence.state === 'leaving' && away >= PRESENCE.grace) return { state: 'left', since: presence.since };
  return presence;
}

/** When `presenceAt` will next answer differently by time alone, ms since 1970; null: never. */
export function nextPresenceChange(presence: Presence): number | null {
  switch (presence.state) {
    case 'here':
      return null;
    case 'leaving':
      return presence.since + PRESENCE.grace;
    case 'left':
      return presence.since + PRESENCE.gone;
  }
}
