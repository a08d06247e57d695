import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import type { ConversationId } from '@vetrina/protocol/ids';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChat } from '../feed/use-feed.tsx';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { ShortcutButton } from '../shortcuts/shortcut-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { tabId } from '../ui/tab-row.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { STEP, useStepBack } from '../ui/use-step-back.ts';
import type { Mode } from './composer-modes.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import classes from './conversations-page.module.css';
import { FolderTabs, INBOX_PANEL } from './folder-tabs.tsx';
import { type Folder, type InboxAddress, isConversationId, readInbox, writeInbox } from './inbox-address.ts';
import { InboxList } from './inbox-list.tsx';
import { ResolvedList } from './resolved-list.tsx';
import { useInboxKeys } from './use-inbox-keys.ts';
import { VisitorCard } from './visitor-card.tsx';

const route = getRouteApi('/signed-in/conversations/{-$conversation}');

/** C2: the inbox. Three panes at a desk; on a phone the list, the conversation and the card are steps. */
export function ConversationsPage() {
  const { t } = useTranslation();
  const isDesk = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false }) ?? true;
  const isPhone = useIsPhone();
  const stepBack = useStepBack();
  const closing = (close: () => void) => (isPhone ? () => stepBack(close) : close);
  const { address, words, open, change, show } = useInboxAddress();
  const [mode, setMode] = useState<Mode>('reply');
  const list = useRef<HTMLUListElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  useInboxKeys({ list, composer, onMode: setMode });
  const visitor = useChat(({ conversation }) =>
    conversation && conversation.id === open ? (conversation.summary?.visitor.id ?? null) : null,
  );
  useDocumentTitle(`${t('conversations.title')} · Vetrina`);
  const isCardShown = open !== null && visitor !== null && (isDesk || address.card);

  return (
    <div className={classes.page} data-open={open !== null || undefined} data-step={open === null ? undefined : 'full'}>
      {isPhone && open && <h1 className="visually-hidden">{t('conversations.title')}</h1>}
      <section className={classes.list} aria-label={t('conversations.list')} inert={isPhone && open !== null}>
        <header className={classes.head}>
          <h1>{t('conversations.title')}</h1>
          <div className={classes.tools}>
            {!isPhone && <ShortcutButton />}
            <HelpButton about={HELP_CONTEXTS.conversations} />
          </div>
        </header>
        <FolderTabs folder={address.folder} onFolder={(folder) => change({ folder })} />
        <div
          id={INBOX_PANEL}
          role="tabpanel"
          aria-labelledby={tabId(INBOX_PANEL, address.folder)}
          className={classes.panel}
        >
          {address.folder === 'resolved' ? (
            <ResolvedList
              search={address.search}
              open={open}
              words={words}
              box={list}
              onSearch={(search) => change({ search })}
            />
          ) : (
            <InboxList key={address.folder} folder={address.folder} open={open} search={words} box={list} />
          )}
        </div>
      </section>
      {open ? (
        <ConversationPane
          key={open}
          id={open}
          composer={composer}
          mode={mode}
          onMode={setMode}
          onBack={closing(() => show(null))}
          onCard={() => change({ card: !address.card })}
        />
      ) : (
        <NothingOpen folder={address.folder} />
      )}
      {isCardShown && <VisitorCard visitor={visitor} open={open} onClose={closing(() => change({ card: false }))} />}
    </div>
  );
}

/** What is open and what is listed live in the address, so that Back works and a link to it can be sent. */
function useInboxAddress() {
  const said = route.useSearch();
  const address = useMemo(() => readInbox(said), [said]);
  // What the rows' links say: the same object for the same address, so that rows which did not change are not drawn again.
  const words = useMemo(() => writeInbox({ ...address, card: false }), [address]);
  const { conversation } = route.useParams();
  const open = isConversationId(conversation) ? conversation : null;
  const navigate = route.useNavigate();
  const change = useCallback(
    (changes: Partial<InboxAddress>) =>
      void navigate({
        params: (params) => params,
        search: (search: object) => writeInbox({ ...readInbox({ ...search }), ...changes }),
        ...(changes.card && { state: STEP }),
      }),
    [navigate],
  );
  const show = useCallback(
    (next: ConversationId | null) =>
      void navigate({
        params: { conversation: next ?? undefined },
        search: (search: object) => writeInbox({ ...readInbox({ ...search }), card: false }),
      }),
    [navigate],
  );
  return { address, words, open, change, show };
}

/** Where the list is empty it says itself what to do: there is nothing to choose. */
function NothingOpen({ folder }: { folder: Folder }) {
  const { t } = useTranslation();
  const isEmpty = useChat(({ inbox }) => folder !== 'resolved' && inbox.counts?.[folder].conversations === 0);
  return (
    <div className={classes.nothing}>
      {!isEmpty && (
        <>
          <Icon name="chatting" size={40} />
          <p>{t('conversations.nothingOpen')}</p>
        </>
      )}
    </div>
  );
}
