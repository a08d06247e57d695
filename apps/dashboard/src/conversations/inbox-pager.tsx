import type { InboxWindow } from '@vetrina/protocol/messages/inbox';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './inbox-list.module.css';
import { pageOf } from './inbox-pages.ts';

interface InboxPagerProps {
  window: InboxWindow;
  /** `offset`: where the page begins. */
  onPage: (offset: number) => void;
}

/** Which part of the folder is on screen and the way to the rest; nothing where all of it is. */
export function InboxPager({ window, onPage }: InboxPagerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const page = pageOf(window);
  if (!page) return null;
  const { previous, next } = page;
  const [from, to, total] = [page.from, page.to, window.total].map(format.number);
  return (
    <nav className={classes.pager} aria-label={t('conversations.pages.label')}>
      <span>{t('conversations.pages.range', { from, to, total })}</span>
      {/* Told when a page is turned, not whenever somebody writes: it says nothing of how many there are. */}
      <span role="status" className="visually-hidden">
        {t('conversations.pages.turned', { from })}
      </span>
      <IconButton
        icon="back"
        label={t('conversations.pages.previous')}
        hint={t('conversations.pages.previous')}
        isIdle={previous === null}
        onClick={() => previous !== null && onPage(previous)}
      />
      <IconButton
        icon="forward"
        label={t('conversations.pages.next')}
        hint={t('conversations.pages.next')}
        isIdle={next === null}
        onClick={() => next !== null && onPage(next)}
      />
    </nav>
  );
}
