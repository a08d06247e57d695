import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChat } from '../feed/use-feed.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import menu from '../ui/menu.module.css';
import { Popup } from '../ui/popup.tsx';
import { walkMenu } from '../ui/walk-menu.ts';
import { block, unblock } from '../visitors/block-spans.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { BlockDialog } from './block-dialog.tsx';
import classes from './conversation-pane.module.css';
import { ReopenButton } from './reopen-button.tsx';
import { TagsDialog } from './tags-dialog.tsx';
import { TranscriptDialog } from './transcript-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

interface ConversationActionsProps {
  summary: ConversationSummary;
  onError: (error: unknown) => void;
}

type Asking = 'assign' | 'transfer' | 'tags' | 'transcript' | 'block';

/** C2, C4, C7: the next step as a button, the rest in a menu. What changed comes back over the socket. */
export function ConversationActions({ summary, onError }: ConversationActionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useChat((chat) => chat.me);
  const { data: setup } = useQuery(queries.setup);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isBusy, setBusy] = useState(false);
  const params = { conversation: summary.id };
  const isMine = summary.agents.some(({ id }) => id === me);
  const run = async (deed: Promise<unknown>, onDone?: () => void): Promise<void> => {
    setBusy(true);
    onError(null);
    await deed.then(onDone, onError);
    setBusy(false);
  };
  const leave = (): void => {
    // Whoever wants to come back to it is done with it for now; opened anew it is read.
    void navigate({ to: '/conversations/{-$conversation}', params: { conversation: undefined }, search: true });
  };
  const { id: visitor, blocked: isBlocked } = summary.visitor;
  const close = (): void => setAsking(null);
  return (
    <>
      <NextSteps summary={summary} isMine={isMine} isBusy={isBusy} run={run} onAsk={setAsking} />
      <Popup
        label={t('conversations.actions.more')}
        width={236}
        button={(button) => (
          <IconButton {...button} icon="more" iconSize={20} label={t('conversations.actions.more')} />
        )}
      >
        {(shut) => (
          <div role="menu" aria-label={t('conversations.actions.more')} className={menu.menu} onKeyDown={walkMenu}>
            {summary.state !== 'resolved' && !isMine && (
              <Item
                icon="check"
                name="resolve"
                shut={shut}
                onPick={() => void run(call('resolveConversation', { params }))}
              />
            )}
            <Item icon="assign" name="assign" shut={shut} onPick={() => setAsking('assign')} />
            <Item icon="transfer" name="transfer" shut={shut} onPick={() => setAsking('transfer')} />
            {isMine && (
              <Item
                icon="left"
                name="leave"
                shut={shut}
                onPick={() => void run(call('leaveConversation', { params }))}
              />
            )}
            <Item icon="tag" name="tags" shut={shut} onPick={() => setAsking('tags')} />
            <hr />
            <Item
              icon="unread"
              name="markUnread"
              shut={shut}
              onPick={() => void run(call('markUnread', { params }), leave)}
            />
            {setup?.mail !== false && (
              <Item icon="send" name="transcript" shut={shut} onPick={() => setAsking('transcript')} />
            )}
            <hr />
            {isBlocked ? (
              <Item icon="blocked" name="unblock" shut={shut} onPick={() => void run(unblock(visitor))} />
            ) : (
              <>
                <Item icon="blocked" name="block" shut={shut} onPick={() => void run(block(visitor, 'always'))} />
                <Item icon="clock" name="blockFor" shut={shut} onPick={() => setAsking('block')} />
              </>
            )}
          </div>
        )}
      </Popup>
      {asking === 'assign' && <AssignDialog summary={summary} onClose={close} />}
      {asking === 'transfer' && <TransferDialog summary={summary} onClose={close} />}
      {asking === 'tags' && <TagsDialog summary={summary} onClose={close} />}
      {asking === 'transcript' && <TranscriptDialog summary={summary} onClose={close} />}
      {asking === 'block' && <BlockDialog onBlock={(span) => void run(block(visitor, span))} onClose={close} />}
    </>
  );
}

interface NextStepsProps {
  summary: ConversationSummary;
  isMine: boolean;
  isBusy: boolean;
  run: (deed: Promise<unknown>) => Promise<void>;
  onAsk: (asking: Asking) => void;
}

function NextSteps({ summary, isMine, isBusy, run, onAsk }: NextStepsProps) {
  const { t } = useTranslation();
  const params = { conversation: summary.id };
  if (summary.state === 'resolved') {
    return <ReopenButton isBusy={isBusy} onReopen={() => void run(call('reopenConversation', { params }))} />;
  }
  return (
    <>
      <Button className={classes.wide} variant="default" size="sm" onClick={() => onAsk('assign')}>
        {t('conversations.actions.assign')}
      </Button>
      {!isMine && !summary.automated && (
        <Button size="sm" disabled={isBusy} onClick={() => void run(call('joinConversation', { params }))}>
          {t('conversations.actions.join')}
        </Button>
      )}
      <Button
        variant="default"
        size="sm"
        disabled={isBusy}
        className={classes.resolve}
        data-second={(!isMine && !summary.automated) || undefined}
        leftSection={<Icon name="check" size={16} />}
        onClick={() => void run(call('resolveConversation', { params }))}
      >
        <span className={classes.resolveWord}>{t('conversations.actions.resolve')}</span>
      </Button>
    </>
  );
}

interface ItemProps {
  icon: IconName;
  name:
    | 'resolve'
    | 'assign'
    | 'transfer'
    | 'leave'
    | 'tags'
    | 'markUnread'
    | 'transcript'
    | 'block'
    | 'blockFor'
    | 'unblock';
  shut: () => void;
  onPick: () => void;
}

function Item({ icon, name, shut, onPick }: ItemProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        shut();
        onPick();
      }}
    >
      <Icon name={icon} />
      {t(`conversations.actions.${name}`)}
    </button>
  );
}
