import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { isAtLeast } from '../settings/roles.ts';
import { PLACES, type PlaceName } from '../settings/settings-places.ts';
import type { Command } from './command.ts';

/** Every place of the settings where this person has something to do. */
export function useSettingsCommands(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const role = useQuery(queries.session).data?.agent.role;
  if (role === undefined) return [];
  return (Object.keys(PLACES) as PlaceName[])
    .filter((place) => isAtLeast(role, PLACES[place].who))
    .map((place) => ({
      ...({
        id: `settings ${place}`,
        group: 'settings',
        icon: 'settings',
        title: t(`settings.places.${place}`),
      } as const),
      hint: t('settings.title'),
      run: () => navigate({ to: '/settings/$place', params: { place } }),
    }));
}
