import { Link } from '@tanstack/react-router';
import type { SavedView } from '@vetrina/protocol/http/views';
import type { ViewId } from '@vetrina/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import dots from '../ui/color-dot.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useChosenInSight } from '../ui/use-chosen-in-sight.ts';
import { useFormat } from '../ui/use-format.ts';
import { useViewCount, useViewCounts, useViews } from './use-views.ts';
import classes from './view-chips.module.css';
import list from './view-list.module.css';
import { ViewList } from './view-list.tsx';
import { Starters } from './views-sidebar.tsx';

interface ViewChipsProps {
  chosen: ViewId | null;
  isStandard: boolean;
}

/** SV7: the views on a phone, in one row under the thumb; all that can be done with them in a sheet. */
export function ViewChips({ chosen, isStandard }: ViewChipsProps) {
  const { t } = useTranslation();
  const { views } = useViews();
  const [isOpen, setOpen] = useState(false);
  const chips = useChosenInSight<HTMLUListElement>(chosen, views.length > 0);
  useViewCounts(true);
  return (
    <nav className={classes.row} aria-label={t('views.title')}>
      <IconButton icon="keep" label={t('views.title')} onClick={() => setOpen(true)} />
      {views.length > 0 && (
        <ul ref={chips} className={classes.chips}>
          <li>
            <Link
              to="/visitors"
              search={{}}
              className={classes.chip}
              data-chosen={isStandard || undefined}
              activeProps={{ 'aria-current': isStandard ? 'page' : false }}
            >
              {t('views.everyone')}
            </Link>
          </li>
          {views.map((view) => (
            <li key={view.id}>
              <ViewChip view={view} isChosen={chosen === view.id} />
            </li>
          ))}
        </ul>
      )}
      <Dialog title={t('views.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className={list.sheet}>
          {views.length === 0 ? (
            <Starters />
          ) : (
            <ViewList views={views} chosen={chosen} onChoose={() => setOpen(false)} />
          )}
        </div>
      </Dialog>
    </nav>
  );
}

function ViewChip({ view: { id, name, color, asks }, isChosen }: { view: SavedView; isChosen: boolean }) {
  const format = useFormat();
  const people = useViewCount(id);
  if (asks === null) return null;
  return (
    <Link
      to="/visitors"
      search={{ view: id }}
      className={classes.chip}
      data-chosen={isChosen || undefined}
      activeProps={{ 'aria-current': isChosen ? 'page' : false }}
    >
      <span className={dots.dot} data-color={color} />
      <span className={classes.name}>{name}</span>{' '}
      <span className={classes.count}>{people === null ? '' : format.number(people)}</span>
    </Link>
  );
}
