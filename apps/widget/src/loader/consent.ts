import type { WidgetConfig } from '@vetrina/protocol/http/installation';

/** `known`: a row in the list. `counted`: one hello and nothing else, nothing stored. `nothing`: no socket at all. */
export type Tracking = 'known' | 'counted' | 'nothing';

/**
 * What may be done with this visitor (T3). A choice made on this site, yes or no, outweighs a signal that the browser
 * sends to every site. A mode that this version does not know means nothing is done.
 *
 * @param consent what the page said; undefined until it says something
 * @param signal Global Privacy Control or Do Not Track
 */
export function decideTracking(config: WidgetConfig, consent: boolean | undefined, signal: boolean): Tracking {
  if (consent === false) return 'nothing';
  switch (config.mode) {
    case 'full':
      return config.respectPrivacySignals && signal && !consent ? 'counted' : 'known';
    case 'consent':
      return consent ? 'known' : 'nothing';
    case 'count-only':
      return 'counted';
    default:
      return 'nothing';
  }
}

/** Does the browser ask not to be tracked? https://privacycg.github.io/gpc-spec/ and the older Do Not Track. */
export function hasPrivacySignal(navigator: Navigator): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === '1';
}
