import { Switch } from '@mantine/core';
import { FILTERS, type ListFilter } from '@vetrina/protocol/messages/list-shape';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './filter-tabs.module.css';

interface FilterTabsProps {
  filter: ListFilter;
  isPhone: boolean;
  onFilter: (filter: ListFilter) => void;
}

/** The list under the tabs, for `aria-controls`. */
export const LIST_PANEL = 'visitor-list';

export function FilterTabs({ filter, isPhone, onFilter }: FilterTabsProps) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = tabAfterKey(event.key, FILTERS.indexOf(filter));
    if (next === null) return;
    event.preventDefault();
    onFilter(FILTERS[next] ?? 'all');
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className={classes.filters}>
      <div role="tablist" aria-label={t('visitors.filters.label')} className={classes.tabs} onKeyDown={onKeyDown}>
        {FILTERS.map((each) => (
          <FilterTab key={each} filter={each} isSelected={each === filter} onSelect={() => onFilter(each)} />
        ))}
      </div>
      {isPhone && (filter === 'active' || filter === 'all') && (
        <Switch
          size="xs"
          label={t('visitors.filters.showInactive')}
          checked={filter === 'all'}
          onChange={(event) => onFilter(event.currentTarget.checked ? 'all' : 'active')}
        />
      )}
    </div>
  );
}

interface FilterTabProps {
  filter: ListFilter;
  isSelected: boolean;
  onSelect: () => void;
}

function FilterTab({ filter, isSelected, onSelect }: FilterTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useFeed((feed) => feed.window?.counts[filter] ?? null);
  return (
    <button
      type="button"
      role="tab"
      className={classes.tab}
      aria-selected={isSelected}
      aria-controls={LIST_PANEL}
      tabIndex={isSelected ? 0 : -1}
      onClick={onSelect}
    >
      {t(`visitors.filters.${filter}`)}{' '}
      <span className={classes.count}>{count === null ? '' : format.number(count)}</span>
    </button>
  );
}

function tabAfterKey(key: string, index: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % FILTERS.length;
    case 'ArrowLeft':
      return (index + FILTERS.length - 1) % FILTERS.length;
    case 'Home':
      return 0;
    case 'End':
      return FILTERS.length - 1;
    default:
      return null;
  }
}
