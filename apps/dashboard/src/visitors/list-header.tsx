import { useDocumentTitle } from '@mantine/hooks';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { LookSwitch } from '../map/look-switch.tsx';
import { ShortcutButton } from '../shortcuts/shortcut-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useViews } from '../views/use-views.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { CopyLink } from './copy-link.tsx';
import { FilterTabs, InactiveSwitch } from './filter-tabs.tsx';
import { IconLegend } from './icon-legend.tsx';
import { LagNote } from './lag-note.tsx';
import classes from './list-header.module.css';
import { SearchBox } from './search-box.tsx';
import type { Columns } from './use-columns.ts';
import type { Look, ViewAddress } from './view-address.ts';

interface ListHeaderProps {
  view: ViewAddress;
  filter: ListFilter;
  isPhone: boolean;
  /** Rows that can be seen right now. */
  shown: number;
  columns: Columns;
  searchBox: RefObject<HTMLInputElement | null>;
  onFilter: (filter: ListFilter) => void;
  onQuery: (query: string) => void;
  onIntoList: () => void;
  onLook: (look: Look) => void;
  /** SV9: keeps what is on screen. */
  saving: ReactNode;
  /** SV7: the saved views, where there is no room beside the list. */
  views: ReactNode;
}

export function ListHeader(props: ListHeaderProps) {
  const { view, filter, isPhone, shown, columns, searchBox, onFilter, onQuery, onIntoList, onLook } = props;
  const { saving, views } = props;
  const { t } = useTranslation();
  // Without any, the way to them takes no row of its own.
  const hasViews = useViews().views.length > 0;
  const numbers = <Numbers shown={view.look === 'map' ? null : shown} />;
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <div className={classes.title}>
          <h1>{t('visitors.title')}</h1>
          <LagNote />
          {isPhone && <LookSwitch look={view.look} onLook={onLook} />}
          {isPhone && <IconLegend />}
          {isPhone && <HelpButton about={HELP_CONTEXTS.visitors} />}
        </div>
        {!isPhone && numbers}
        <SearchBox query={view.query} box={searchBox} onQuery={onQuery} onDown={onIntoList} />
      </div>
      {isPhone && (
        <div className={classes.views}>
          {hasViews && views}
          {saving}
        </div>
      )}
      <div className={classes.bar}>
        {isPhone && !hasViews && views}
        <FilterTabs filter={filter} onFilter={onFilter} />
        {!isPhone && (
          <div className={classes.tools}>
            {saving}
            <LookSwitch look={view.look} onLook={onLook} />
            {view.look === 'list' && <ColumnChooser columns={columns} />}
            <CopyLink view={view} filter={filter} />
            <IconLegend />
            <ShortcutButton />
            <HelpButton about={HELP_CONTEXTS.visitors} />
          </div>
        )}
      </div>
      {isPhone && (
        <div className={classes.line}>
          {numbers}
          <InactiveSwitch filter={filter} onFilter={onFilter} />
        </div>
      )}
    </header>
  );
}

/** V10: how many can be seen (null: it is no list), match, and are online. */
function Numbers({ shown }: { shown: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = useFeed((feed) => feed.window?.total ?? null);
  const isFinal = useFeed((feed) => feed.window?.totalIsFinal ?? true);
  const online = useFeed((feed) => feed.window?.counts.all ?? 0);
  const bots = useFeed((feed) => feed.window?.unlisted.bots ?? 0);
  const countedOnly = useFeed((feed) => feed.window?.unlisted.countedOnly ?? 0);
  useDocumentTitle(
    total === null ? t('visitors.title') : `(${format.number(online)}) ${t('visitors.title')} · Vetrina`,
  );
  if (total === null) return <p className={classes.numbers} />;
  const matching = isFinal ? format.number(total) : `≥ ${format.number(total)}`;
  return (
    <p className={classes.numbers}>
      {shown !== null && <span>{t('visitors.numbers.shown', { number: format.number(Math.min(shown, total)) })}</span>}
      <span>{t('visitors.numbers.match', { count: total, number: matching })}</span>
      <strong>{t('visitors.numbers.online', { number: format.number(online) })}</strong>
      {countedOnly > 0 && <span>{t('visitors.numbers.countedOnly', { number: format.number(countedOnly) })}</span>}
      {bots > 0 && <span>{t('visitors.numbers.bots', { count: bots, number: format.number(bots) })}</span>}
    </p>
  );
}
