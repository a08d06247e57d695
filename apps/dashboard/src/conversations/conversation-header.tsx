import type { ConversationSummary } from '@vetrina/protocol/conversation';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { Avatar } from '../visitors/avatar.tsx';
import { useGroupName } from '../visitors/use-group-name.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { BotMark } from './bot-note.tsx';
import { ConversationActions } from './conversation-actions.tsx';
import classes from './conversation-pane.module.css';
import { AgentFaces } from './inbox-face.tsx';
import { RatingMark } from './rating-mark.tsx';
import { TagChips } from './tag-chips.tsx';

interface ConversationHeaderProps {
  summary: ConversationSummary;
  onBack: () => void;
  onCard: () => void;
  onError: (error: unknown) => void;
}

/** Who the conversation is with, how it stands, who holds it, and what can be done with it. */
export function ConversationHeader({ summary, onBack, onCard, onError }: ConversationHeaderProps) {
  const { t } = useTranslation();
  const titleOf = useVisitorTitle();
  const groupName = useGroupName();
  const { visitor, agents, group, tags, rating, state, automated } = summary;
  return (
    <header className={classes.header}>
      <div className={classes.main}>
        <IconButton icon="back" label={t('conversations.back')} className={classes.back} onClick={onBack} />
        <span className={classes.wide}>
          <Avatar id={visitor.id} name={visitor.name} size={36} />
        </span>
        <div className={classes.words}>
          <div className={classes.name} data-online={visitor.online || undefined}>
            <h2>{titleOf(visitor)}</h2>
          </div>
          <div className={classes.under}>
            {automated ? (
              <BotMark />
            ) : (
              <span className={classes.state} data-state={state}>
                {t(`conversations.states.${state}`)}
              </span>
            )}
            <span className={classes.where}>
              {t(visitor.online ? 'conversations.row.online' : 'conversations.row.away')}
            </span>
            <AgentFaces faces={agents} size={18} />
          </div>
        </div>
        <div className={classes.actions}>
          <ConversationActions summary={summary} onError={onError} />
          <IconButton
            icon="account"
            iconSize={20}
            label={t('conversations.card')}
            className={classes.cardButton}
            onClick={onCard}
          />
        </div>
      </div>
      {(group !== null || tags.length > 0 || rating !== null) && (
        <div className={classes.extras}>
          {group !== null && <span className={classes.group}>{groupName(group)}</span>}
          <TagChips tags={tags} />
          {rating !== null && <RatingMark rating={rating} />}
        </div>
      )}
    </header>
  );
}
