import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GO_TO, SHORTCUTS } from '../shortcuts/shortcut-table.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { Command } from './command.ts';

type Way = keyof typeof GO_TO;

const ICONS: Readonly<Record<Way, IconName>> = {
  'go-visitors': 'visitors',
  'go-conversations': 'chatting',
  'go-automation': 'auto-messaged',
  'go-statistics': 'statistics',
  'go-install': 'install',
  'go-settings': 'settings',
  'go-help': 'help',
};

/** Every screen that has a key of its own, and what lies one step behind them. */
export function useScreenCommands(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ways = (Object.keys(GO_TO) as Way[]).map((id) => ({
    ...({ id, group: 'screens', icon: ICONS[id], title: t(SHORTCUTS[id].words), keys: SHORTCUTS[id].keys[0] } as const),
    run: () => navigate({ to: GO_TO[id], params: { conversation: undefined, page: undefined }, search: {} }),
  }));
  return [
    ...ways,
    {
      ...{ id: 'map', group: 'screens', icon: 'globe', title: t('desk.map.title'), also: t('desk.map.country') },
      run: () => navigate({ to: '/visitors', search: { look: 'map' } }),
    },
    {
      ...{ id: 'resolved', group: 'screens', icon: 'history', title: t('conversations.folders.resolved') },
      hint: t('conversations.title'),
      run: () => navigate({ to: '/conversations/{-$conversation}', search: { folder: 'resolved' } }),
    },
  ];
}
