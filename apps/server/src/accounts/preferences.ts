import { DEFAULT_PREFERENCES, type Preferences } from '@vetrina/protocol/http/preferences';
import type { Clock } from '../platform/clock.ts';
import type { AccountStore, Actor } from './ports.ts';

type Store = Pick<AccountStore, 'preferences' | 'savePreferences'>;

/** How this agent likes the dashboard; the standard where nothing was chosen. */
export async function preferencesOf(parts: { readonly store: Store }, actor: Actor): Promise<Preferences> {
  return (await parts.store.preferences(actor.account, actor.agent)) ?? DEFAULT_PREFERENCES;
}

export async function savePreferences(
  parts: { readonly store: Store; readonly clock: Clock },
  actor: Actor,
  preferences: Preferences,
): Promise<Preferences> {
  await parts.store.savePreferences(actor.account, actor.agent, preferences, parts.clock.now());
  return preferences;
}
