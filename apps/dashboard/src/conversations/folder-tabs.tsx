import { useTranslation } from 'react-i18next';
import { useChat } from '../feed/use-feed.tsx';
import { type TabProps, TabRow } from '../ui/tab-row.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './folder-tabs.module.css';
import { FOLDERS, type Folder } from './inbox-address.ts';

/** The list under the tabs. */
export const INBOX_PANEL = 'inbox';

interface FolderTabsProps {
  folder: Folder;
  onFolder: (folder: Folder) => void;
}

/** C2: the folders, each with how many conversations stand in it and how many of them have something unread. */
export function FolderTabs({ folder, onFolder }: FolderTabsProps) {
  const { t } = useTranslation();
  return (
    <TabRow
      label={t('conversations.folders.label')}
      className={classes.tabs}
      names={FOLDERS}
      selected={folder}
      panel={INBOX_PANEL}
      onSelect={onFolder}
    >
      {(each, tab) => <FolderTab key={each} folder={each} tab={tab} />}
    </TabRow>
  );
}

function FolderTab({ folder, tab }: { folder: Folder; tab: TabProps }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useChat((chat) => (folder === 'resolved' ? null : (chat.inbox.counts?.[folder] ?? null)));
  return (
    <button {...tab} className={classes.tab}>
      {t(`conversations.folders.${folder}`)}
      {count && (
        <span className={classes.count}>
          {' '}
          {format.number(count.conversations)}
          {count.unread > 0 && <Unread count={count.unread} />}
        </span>
      )}
    </button>
  );
}

function Unread({ count }: { count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = format.number(count);
  const words = t('conversations.folders.unread', { count, number });
  return (
    <span className={classes.unread} data-hint={words}>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
