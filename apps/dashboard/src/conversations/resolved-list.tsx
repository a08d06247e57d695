import { Button } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { ConversationsFound } from '@vetrina/protocol/http/conversations';
import type { ConversationId } from '@vetrina/protocol/ids';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useChat } from '../feed/use-feed.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { EMPTY_SEARCH, type InboxWords, periodOf, type ResolvedSearch, sameSearch } from './inbox-address.ts';
import classes from './inbox-list.module.css';
import { InboxBones, InboxRows } from './inbox-list.tsx';
import { ResolvedSearchForm } from './resolved-search.tsx';

const PAGE = 50;

interface ResolvedListProps {
  search: ResolvedSearch;
  open: ConversationId | null;
  words: InboxWords;
  box: RefObject<HTMLUListElement | null>;
  onSearch: (search: ResolvedSearch) => void;
}

/** C2, C4: what is done, found again. History is read over HTTP, page by page. */
export function ResolvedList({ search, open, words, box, onSearch }: ResolvedListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useResolved(search);
  const total = found.data?.pages[0]?.total ?? 0;
  return (
    <>
      <ResolvedSearchForm search={search} onSearch={onSearch} />
      <ErrorNote error={found.error} />
      {found.isPending && <InboxBones />}
      {found.data && (
        <p className={classes.total} role="status">
          {t('conversations.search.found', { count: total, number: format.number(total) })}
        </p>
      )}
      {found.data && total === 0 && <NothingFound isSearch={!sameSearch(search, EMPTY_SEARCH)} />}
      {total > 0 && (
        <InboxRows
          conversations={found.data?.pages.flatMap(({ conversations }) => conversations) ?? []}
          open={open}
          search={words}
          box={box}
          onPulled={async () => (await found.refetch()).isSuccess}
        >
          {found.hasNextPage && (
            <li className={classes.more}>
              <Button
                variant="subtle"
                size="sm"
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('conversations.search.more')}
              </Button>
            </li>
          )}
        </InboxRows>
      )}
    </>
  );
}

/** Asked again whenever the number of open ones changes: then something was resolved or reopened. */
function useResolved(search: ResolvedSearch) {
  const queryClient = useQueryClient();
  const open = useChat(({ inbox }) => inbox.counts?.open.conversations ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is the sign, not a value of use
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: ['conversations', 'resolved'] });
  }, [open, queryClient]);
  const { text, agent, tag, rating, page } = search;
  return useInfiniteQuery({
    queryKey: ['conversations', 'resolved', search],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: ConversationsFound) => next,
    queryFn: ({ pageParam, signal }) =>
      call('conversations', {
        signal,
        query: {
          limit: PAGE,
          ...(text && { text }),
          ...(agent && { agent }),
          ...(tag && { tag }),
          ...(rating && { rating }),
          ...(page && { page }),
          ...periodOf(search),
          ...(pageParam && { after: pageParam }),
        },
      }),
  });
}

function NothingFound({ isSearch }: { isSearch: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.empty}>
      <Icon name={isSearch ? 'search' : 'check'} size={28} />
      <p>{t(isSearch ? 'conversations.empty.found.text' : 'conversations.empty.resolved.text')}</p>
    </div>
  );
}
