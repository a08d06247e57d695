import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { entitled } from '@vetrina/domain/entitlements';
import type { Session } from '@vetrina/protocol/http/account';
import { DENSITIES, LANGUAGES, THEMES } from '@vetrina/protocol/http/preferences';
import { useTranslation } from 'react-i18next';
import { signOut } from '../account/end-session.ts';
import { queries } from '../api/queries.ts';
import { snippetFor } from '../install/snippet.ts';
import { isAtLeast } from '../settings/roles.ts';
import { useMyStatus } from '../shell/use-my-status.ts';
import { useOpenSheet } from '../shortcuts/use-shortcuts.tsx';
import { formatFor } from '../ui/format.ts';
import type { IconName } from '../ui/icon-paths.ts';
import { usePreferences } from '../ui/use-preferences.ts';
import type { Command } from './command.ts';

/** What can be done from anywhere. `openLegend`: what the icons mean. */
export function useActionCommands(openLegend: () => void): Command[] {
  const { t } = useTranslation();
  const openSheet = useOpenSheet();
  const { isOnline, choose } = useMyStatus();
  const session = useQuery(queries.session).data;
  const made = useMakingCommands(session);
  const look = useLookCommands();
  return [
    {
      ...{ id: 'status', group: 'actions', icon: isOnline ? 'inactive' : 'active' },
      title: t(isOnline ? 'desk.palette.goOffline' : 'desk.palette.goOnline'),
      run: () => choose(isOnline ? 'offline' : 'online'),
    },
    ...made,
    {
      ...{ id: 'snippet', group: 'actions', icon: 'copy', title: t('install.copy'), stays: true },
      run: async () => {
        if (!session) return null;
        await navigator.clipboard.writeText(snippetFor(session.account.key, location.origin));
        return t('ui.copied');
      },
    },
    { ...{ id: 'legend', group: 'actions', icon: 'legend', title: t('visitors.legend.open') }, run: openLegend },
    {
      ...{ id: 'shortcuts', group: 'actions', icon: 'keyboard', title: t('visitors.shortcuts.title'), keys: '?' },
      run: openSheet,
    },
    ...look,
    { ...{ id: 'sign-out', group: 'actions', icon: 'left', title: t('shell.signOut'), stays: true }, run: signOut },
  ];
}

/** For who may make them. */
function useMakingCommands(session: Session | null | undefined): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (!session || !isAtLeast(session.agent.role, 'admin')) return [];
  const { plan } = session.account;
  const message: Command = {
    ...{ id: 'new-rule', group: 'actions', icon: 'plus', title: t('automation.new') },
    run: () => navigate({ to: '/automation/messages/new' }),
  };
  const chatbot: Command = {
    ...{ id: 'new-chatbot', group: 'actions', icon: 'plus', title: t('chatbots.new') },
    run: () => navigate({ to: '/automation/chatbots', state: { asked: 'create' } }),
  };
  return [...(entitled(plan, 'automatic-messages') ? [message] : []), ...(entitled(plan, 'chatbots') ? [chatbot] : [])];
}

const THEME_ICONS: Readonly<Record<(typeof THEMES)[number], IconName>> = {
  auto: 'desktop',
  light: 'sun',
  dark: 'moon',
};

/** What is chosen already is not offered. */
function useLookCommands(): Command[] {
  const { t } = useTranslation();
  const { preferences, choose } = usePreferences();
  const themes = THEMES.filter((theme) => theme !== preferences.theme).map((theme) => ({
    ...({
      id: `theme ${theme}`,
      group: 'actions',
      icon: THEME_ICONS[theme],
      title: t(`settings.mine.${theme}`),
    } as const),
    hint: t('settings.mine.theme'),
    run: () => choose({ theme }),
  }));
  const densities = DENSITIES.filter((density) => density !== preferences.density).map((density) => ({
    ...({ id: `density ${density}`, group: 'actions', icon: 'density', title: t(`settings.mine.${density}`) } as const),
    hint: t('settings.mine.density'),
    run: () => choose({ density }),
  }));
  const languages = LANGUAGES.filter((language) => language !== preferences.language).map((language) => ({
    ...({ id: `language ${language}`, group: 'actions', icon: 'language' } as const),
    title: formatFor(language).language(language),
    hint: t('settings.mine.language'),
    run: () => choose({ language }),
  }));
  return [...themes, ...densities, ...languages];
}
