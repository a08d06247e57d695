import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HELP_PAGES } from '../help/contents.ts';
import { useHelp } from '../help/use-help.ts';
import type { Command } from './command.ts';

/** S1: every page of help, by its title. */
export function useHelpCommands(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pages } = useHelp();
  if (!pages) return [];
  return HELP_PAGES.map((page) => ({
    ...({ id: `help ${page}`, group: 'screens', icon: 'help', hint: t('help.title'), isOnlyTyped: true } as const),
    title: pages[page]?.title ?? page,
    run: () => navigate({ to: '/help/{-$page}', params: { page } }),
  }));
}
