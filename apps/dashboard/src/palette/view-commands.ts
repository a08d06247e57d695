import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViews } from '../views/use-views.ts';
import type { Command } from './command.ts';

/** Every saved view that this agent sees. */
export function useViewCommands(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { views } = useViews();
  return views.map(({ id, name }) => ({
    ...({ id: `view ${id}`, group: 'screens', icon: 'visitors', title: name, hint: t('views.title') } as const),
    run: () => navigate({ to: '/visitors', search: { view: id } }),
  }));
}
