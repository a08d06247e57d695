import type { Density } from '@vetrina/protocol/http/preferences';
import { usePreferences } from './use-preferences.ts';

/** How dense this person likes lists; style sheets read the same from `[data-density]` of the document. */
export function useDensity(): Density {
  return usePreferences().preferences.density;
}
