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
import { CheckList, type Choice } from './check-list.tsx';
import classes from './conversation-dialogs.module.css';
import { TagChip } from './tag-chips.tsx';

interface TagsDialogProps {
  summary: ConversationSummary;
  onClose: () => void;
}

/** C4: what the conversation is about, so that it is found again. */
export function TagsDialog({ summary, onClose }: TagsDialogProps) {
  const { t } = useTranslation();
  const { data: tags = [], isSuccess, error } = useQuery(queries.tags);
  const save = useMutation({
    mutationFn: (chosen: TagId[]) =>
      call('tagConversation', { params: { conversation: summary.id }, body: { tags: chosen } }),
  });
  const isFull = summary.tags.length >= LIMITS.conversationTags;
  const choices = tags.map((tag): Choice => {
    const isOn = summary.tags.includes(tag.id);
    const next = isOn ? summary.tags.filter((id) => id !== tag.id) : [...summary.tags, tag.id];
    return {
      key: tag.id,
      isOn,
      isClosed: isFull && !isOn,
      face: <TagChip tag={tag} />,
      note: isOn ? t('conversations.tags.on') : tag.description,
      toggle: () => save.mutate(next),
    };
  });
  return (
    <Dialog title={t('conversations.tags.title')} isOpen onClose={onClose}>
      {isSuccess && tags.length === 0 && <p className={classes.lead}>{t('conversations.tags.none')}</p>}
      <CheckList choices={choices} isBusy={save.isPending} />
      <ErrorNote error={save.error ?? error} />
      <Link to="/settings/$place" params={{ place: 'tags' }} className={classes.manage}>
        {t('conversations.tags.manage')}
      </Link>
    </Dialog>
  );
}
