import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChat } from '../feed/use-feed.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './folder-tabs.module.css';
import { FOLDERS, type Folder } from './inbox-address.ts';

/** The list under the tabs, for `aria-controls`. */
export const INBOX_LIST = 'inbox-list';

interface FolderTabsProps {
  folder: Folder;
  onFolder: (folder: Folder) => void;
}

/** C2: the folders, each with how many conversations stand in it and a mark where something is unread. */
export function FolderTabs({ folder, onFolder }: FolderTabsProps) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (FOLDERS.indexOf(folder) + step + FOLDERS.length) % FOLDERS.length;
    onFolder(FOLDERS[next] ?? folder);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div role="tablist" aria-label={t('conversations.folders.label')} className={classes.tabs} onKeyDown={onKeyDown}>
      {FOLDERS.map((each) => (
        <FolderTab key={each} folder={each} isSelected={each === folder} onSelect={() => onFolder(each)} />
      ))}
    </div>
  );
}

interface FolderTabProps {
  folder: Folder;
  isSelected: boolean;
  onSelect: () => void;
}

function FolderTab({ folder, isSelected, onSelect }: FolderTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useChat((chat) => (folder === 'resolved' ? null : (chat.inbox.counts?.[folder] ?? null)));
  return (
    <button
      type="button"
      role="tab"
      className={classes.tab}
      aria-selected={isSelected}
      aria-controls={INBOX_LIST}
      tabIndex={isSelected ? 0 : -1}
      data-unread={(count && count.unread > 0) || undefined}
      onClick={onSelect}
    >
      {t(`conversations.folders.${folder}`)}
      {count && <span className={classes.count}> {format.number(count.conversations)}</span>}
      {count && count.unread > 0 && (
        <span className="visually-hidden">
          {t('conversations.folders.unread', { count: count.unread, number: format.number(count.unread) })}
        </span>
      )}
    </button>
  );
}
