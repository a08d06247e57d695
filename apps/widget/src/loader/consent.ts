import type { WidgetConfig } from '@vetrina/protocol/http/installation';

/** `known`: a row in the list. `counted`: one hello and nothing else, nothing stored. `nothing`: no socket at all. */
export type Tracking = 'known' | 'counted' | 'nothing';

/**
 * What may be done with this visitor (T3). A choice made on this site, yes or no, outweighs a signal that the browser
 * sends to every site. A mode that this version does not know means nothing is done.
 *
 * @param consent what the page said; undefined until it says something
 * @param chatting the visitor opened the chat box: they are known for the chat, whatever the account's mode
 * @param navigator asked for Global Privacy Control (https://privacycg.github.io/gpc-spec/) and the older Do Not Track
 */
export function decideTracking(
  { mode, respectPrivacySignals }: WidgetConfig,
  consent: boolean | undefined,
  chatting: boolean,
  navigator: Navigator & { globalPrivacyControl?: boolean },
): Tracking {
  if (chatting) return 'known';
  if (consent === false) return 'nothing';
  if (mode === 'count-only') return 'counted';
  if (mode === 'consent' ? !consent : mode !== 'full') return 'nothing';
  const signal = navigator.globalPrivacyControl || navigator.doNotTrack === '1';
  return respectPrivacySignals && signal && !consent ? 'counted' : 'known';
}
