import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { TagId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './conversation-dialogs.module.css';
import { TagChip } from './tag-chips.tsx';

interface TagsDialogProps {
  summary: ConversationSummary;
  onClose: () => void;
}

/** C4: what the conversation is about, so that it is found again. */
export function TagsDialog({ summary, onClose }: TagsDialogProps) {
  const { t } = useTranslation();
  const { data: tags = [], isSuccess } = useQuery(queries.tags);
  const save = useMutation({
    mutationFn: (chosen: TagId[]) =>
      call('tagConversation', { params: { conversation: summary.id }, body: { tags: chosen } }),
  });
  const isFull = summary.tags.length >= LIMITS.conversationTags;
  return (
    <Dialog title={t('conversations.tags.title')} isOpen onClose={onClose}>
      {isSuccess && tags.length === 0 && <p className={classes.lead}>{t('conversations.tags.none')}</p>}
      <ul className={classes.choices}>
        {tags.map((tag) => {
          const isOn = summary.tags.includes(tag.id);
          const next = isOn ? summary.tags.filter((id) => id !== tag.id) : [...summary.tags, tag.id];
          return (
            <li key={tag.id}>
              <button
                type="button"
                role="checkbox"
                aria-checked={isOn}
                className={classes.choice}
                data-chosen={isOn || undefined}
                disabled={save.isPending || (isFull && !isOn)}
                onClick={() => save.mutate(next)}
              >
                <TagChip tag={tag} />
                <small>{isOn ? t('conversations.tags.on') : tag.description}</small>
              </button>
            </li>
          );
        })}
      </ul>
      <ErrorNote error={save.error} />
      <Link to="/settings/$place" params={{ place: 'tags' }}>
        {t('conversations.tags.manage')}
      </Link>
    </Dialog>
  );
}
