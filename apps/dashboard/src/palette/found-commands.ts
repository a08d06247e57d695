import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { entitled } from '@vetrina/domain/entitlements';
import { LIMITS } from '@vetrina/protocol/limits';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useFormat } from '../ui/use-format.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import type { Command } from './command.ts';

/** Shorter than this is everybody. */
const LEAST = 2;
/** Conversations are many more than people here: the newest few. */
const CONVERSATIONS = 5;
/** Who may be written to stands twice: only for the nearest. */
const WRITTEN_TO = 2;

/** Whom the server finds: everyone on the site, and conversations, open or resolved. `asked`: typed, after a pause. */
export function useFoundCommands(asked: string) {
  const isOn = asked.trim().length >= LEAST;
  const q = asked.slice(0, LIMITS.query);
  const shared = {
    enabled: isOn,
    staleTime: 0,
    gcTime: 30_000,
    retry: false,
    placeholderData: keepPreviousData,
  } as const;
  const visitors = useQuery({
    queryKey: ['palette-visitors', q],
    queryFn: ({ signal }) => call('findVisitors', { signal, query: { q } }),
    ...shared,
  });
  const conversations = useQuery({
    queryKey: ['palette-conversations', q],
    queryFn: ({ signal }) => call('conversations', { signal, query: { text: q, state: 'any', limit: CONVERSATIONS } }),
    ...shared,
  });
  const people = useVisitorCommands(isOn ? (visitors.data?.visitors ?? []) : []);
  const talks = useConversationCommands(isOn ? (conversations.data?.conversations ?? []) : []);
  return {
    commands: [...people, ...talks],
    isSearching: visitors.isFetching || conversations.isFetching,
    /** What stands there was found by what was typed before. */
    isOfBefore: visitors.isPlaceholderData || conversations.isPlaceholderData,
    error: isOn ? (visitors.error ?? conversations.error) : null,
  };
}

function useVisitorCommands(rows: readonly VisitorRow[]): Command[] {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useVisitorTitle();
  const navigate = useNavigate();
  const plan = useQuery(queries.session).data?.account.plan;
  const mayWrite = plan !== undefined && entitled(plan, 'open-conversation');
  const show = (visitor: string, write: boolean) =>
    navigate({ to: '/visitors', search: { filter: 'all', visitor }, ...(write && { state: { asked: 'write' } }) });
  const seen = rows.map((row): Command => {
    const place = row.city ?? (row.country && format.country(row.country));
    return {
      ...{ id: row.id, group: 'visitors', icon: row.status, title: titleOf(row), isFound: true },
      hint: [place, row.page.title || row.page.url].filter(Boolean).join(' · '),
      also: row.email ?? '',
      run: () => show(row.id, false),
    };
  });
  const written = rows.slice(0, mayWrite ? WRITTEN_TO : 0).map(
    (row): Command => ({
      ...{ id: `write ${row.id}`, group: 'actions', icon: 'writing', isFound: true },
      title: t('desk.palette.write', { visitor: titleOf(row) }),
      run: () => show(row.id, true),
    }),
  );
  return [...seen, ...written];
}

type Summaries = Awaited<ReturnType<typeof call<'conversations'>>>['conversations'];

function useConversationCommands(found: Summaries): Command[] {
  const { t } = useTranslation();
  const titleOf = useVisitorTitle();
  const navigate = useNavigate();
  return found.map(({ id, visitor, state, lastMessage }) => ({
    ...({ id, group: 'conversations', icon: state === 'resolved' ? 'check' : 'chatting', isFound: true } as const),
    title: titleOf(visitor),
    hint: [state === 'resolved' ? t('conversations.states.resolved') : null, lastMessage?.text]
      .filter(Boolean)
      .join(' · '),
    run: () => navigate({ to: '/conversations/{-$conversation}', params: { conversation: id }, search: {} }),
  }));
}
