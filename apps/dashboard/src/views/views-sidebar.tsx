import { Button } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ViewId } from '@vetrina/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import dots from '../ui/color-dot.module.css';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { STANDARD_SORT } from '../visitors/view-address.ts';
import { useAddView } from './use-view-deeds.ts';
import { useViewCounts, useViews } from './use-views.ts';
import list from './view-list.module.css';
import { ViewList } from './view-list.tsx';
import { STARTERS } from './view-standing.ts';
import classes from './views-sidebar.module.css';

/** Below so many px the list needs the room while somebody's card is open beside it. */
const ROOM_FOR_ALL = '(min-width: 1640px)';

interface ViewsSidebarProps {
  chosen: ViewId | null;
  /** Nothing but the list as it opens is on screen. */
  isStandard: boolean;
  /** A visitor's card is open. */
  hasCard: boolean;
}

/** SV7: the views at a desk, beside the list. Closed it keeps no counts. */
export function ViewsSidebar({ chosen, isStandard, hasCard }: ViewsSidebarProps) {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useLocalStorage({
    key: 'vetrina.views-sidebar',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const hasRoom = useMediaQuery(ROOM_FOR_ALL, undefined, { getInitialValueInEffect: false }) ?? false;
  const [isForced, setForced] = useState(false);
  const isOpen = isWanted && (!hasCard || hasRoom || isForced);
  useViewCounts(isOpen);
  const toggle = (): void => {
    setWanted(!isOpen);
    setForced(!isOpen);
  };
  const words = t(isOpen ? 'views.hide' : 'views.show');
  return (
    <nav className={classes.sidebar} aria-label={t('views.title')} data-open={isOpen || undefined}>
      <div className={classes.head}>
        {isOpen && <h2>{t('views.title')}</h2>}
        <IconButton icon={isOpen ? 'back' : 'forward'} label={words} hint={words} size="md" onClick={toggle} />
      </div>
      {isOpen && <Inside chosen={chosen} isStandard={isStandard} />}
    </nav>
  );
}

function Inside({ chosen, isStandard }: Omit<ViewsSidebarProps, 'hasCard'>) {
  const { views, isKnown, error } = useViews();
  return (
    <div className={classes.inside}>
      <EveryoneLink isChosen={isStandard} />
      <ErrorNote error={error} />
      <ViewList views={views} chosen={chosen} />
      {isKnown && views.length === 0 && <Starters />}
    </div>
  );
}

function EveryoneLink({ isChosen }: { isChosen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = useFeed((feed) => feed.window?.counts.all ?? null);
  return (
    <div className={list.line} data-chosen={isChosen || undefined}>
      <Link
        to="/visitors"
        search={{}}
        className={list.link}
        activeProps={{ 'aria-current': isChosen ? 'page' : false }}
      >
        <Icon name="visitors" size={16} />
        <span className={list.name}>{t('views.everyone')}</span>
        <span className={list.count}>{all === null ? '' : format.number(all)}</span>
      </Link>
    </div>
  );
}

/** What views are for, and three to begin with: one press each. */
export function Starters() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const add = useAddView(({ id }) => void navigate({ to: '/visitors', search: { view: id } }));
  return (
    <div className={classes.starters}>
      <p className="hint">{t('views.empty')}</p>
      {STARTERS.map(({ key, color, query }) => (
        <Button
          key={key}
          variant="default"
          size="xs"
          justify="flex-start"
          leftSection={<span className={dots.dot} data-color={color} />}
          disabled={add.isPending}
          onClick={() =>
            add.mutate({
              draft: {
                name: t(`views.starters.${key}`),
                ...{ color, shared: false, asks: { filter: 'all', query, sort: STANDARD_SORT } },
              },
              alert: { sound: false, push: false },
            })
          }
        >
          {t(`views.starters.${key}`)}
        </Button>
      ))}
      <ErrorNote error={add.error} />
    </div>
  );
}
