import { Switch } from '@mantine/core';
import { FILTERS, type ListFilter } from '@vetrina/protocol/messages/list-shape';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { type TabProps, TabRow } from '../ui/tab-row.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './filter-tabs.module.css';

interface FilterTabsProps {
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
}

/** The list under the tabs. */
export const LIST_PANEL = 'visitor-list';

export function FilterTabs({ filter, onFilter }: FilterTabsProps) {
  const { t } = useTranslation();
  const isCounted = useFeed((feed) => feed.window !== null);
  return (
    <TabRow
      label={t('visitors.filters.label')}
      className={classes.tabs}
      names={FILTERS}
      selected={filter}
      panel={LIST_PANEL}
      isFilled={isCounted}
      onSelect={onFilter}
    >
      {(each, tab) => <FilterTab key={each} filter={each} tab={tab} />}
    </TabRow>
  );
}

/** V9: a phone opens on who is active; this adds the others. Nothing under the filters that ask for something else. */
export function InactiveSwitch({ filter, onFilter }: FilterTabsProps) {
  const { t } = useTranslation();
  if (filter !== 'active' && filter !== 'all') return null;
  return (
    <Switch
      size="xs"
      labelPosition="left"
      label={t('visitors.filters.showInactive')}
      checked={filter === 'all'}
      onChange={(event) => onFilter(event.currentTarget.checked ? 'all' : 'active')}
    />
  );
}

function FilterTab({ filter, tab }: { filter: ListFilter; tab: TabProps }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = useFeed((feed) => feed.window?.counts[filter] ?? null);
  return (
    <button {...tab} className={classes.tab}>
      {t(`visitors.filters.${filter}`)}{' '}
      <span className={classes.count}>{count === null ? '' : format.number(count)}</span>
    </button>
  );
}
