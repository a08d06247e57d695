import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { readablePath } from '../ui/safe-link.ts';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './cells.module.css';
import { type ColumnId, variableOf } from './column-set.ts';
import { CountryLine } from './country-line.tsx';
import { Fresh } from './fresh.tsx';
import { useGroupName } from './use-group-name.ts';
import { VisitorName } from './visitor-name.tsx';

interface CellProps {
  column: ColumnId;
  row: VisitorRow;
}

/** One cell of one row. Everything a visitor's page said is shown as text, never as markup. */
export function Cell({ column, row }: CellProps) {
  return (
    <div role="gridcell" className={classes.cell}>
      <CellBody column={column} row={row} />
    </div>
  );
}

function CellBody({ column, row }: CellProps): ReactNode {
  const format = useFormat();
  switch (column) {
    case 'visitor':
      return <VisitorName row={row} />;
    case 'country':
      return <CountryLine country={row.country} city={row.city} />;
    case 'group':
      return row.group && <GroupChip group={row.group} />;
    case 'online':
      return <OnlineClock since={row.onlineSince} />;
    case 'page':
      return <CurrentPage row={row} />;
    case 'last-message':
      return <LastMessage row={row} />;
    case 'agents':
      return <span className={classes.line}>{row.agents.map((agent) => agent.name).join(', ')}</span>;
    case 'device':
      return <DeviceLine row={row} />;
    case 'source':
    case 'browser':
    case 'os':
      return <span className={classes.line}>{row[column]}</span>;
    case 'language':
      return <span className={classes.line}>{row.language && format.language(row.language)}</span>;
    case 'visits':
      return <span className={classes.line}>{format.number(row.visits)}</span>;
    default:
      return <span className={classes.line}>{row.variables[variableOf(column) ?? '']}</span>;
  }
}

function GroupChip({ group }: { group: string }) {
  const groupName = useGroupName();
  return <span className={classes.chip}>{groupName(group)}</span>;
}

/** V3 Online: time on site, ticking. */
export function OnlineClock({ since }: { since: number }) {
  const format = useFormat();
  const now = useNow();
  return <span className={classes.clock}>{format.clock(now - since)}</span>;
}

function CurrentPage({ row }: { row: VisitorRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const path = readablePath(row.page.url);
  return (
    <Fresh value={row.page.url}>
      <span className={classes.two}>
        <span className={classes.strong} title={row.page.title}>
          {row.page.title || path}
        </span>
        <span className={classes.soft} title={row.page.url}>
          <span className={classes.path}>{path}</span>
          <span className={classes.pages}>
            {t('visitors.pages', { count: row.pageViews, number: format.number(row.pageViews) })}
          </span>
        </span>
      </span>
    </Fresh>
  );
}

function LastMessage({ row }: { row: VisitorRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (row.typing) {
    return (
      <span className={classes.typing}>
        <Icon name="typing" />
        {t('visitors.icons.typing')}
      </span>
    );
  }
  if (!row.lastMessage) return null;
  return (
    <Fresh value={row.lastMessage.at}>
      <span className={classes.two}>
        <span className={classes.message} title={row.lastMessage.text}>
          {row.lastMessage.text}
        </span>
        <span className={classes.soft}>{format.ago(now - row.lastMessage.at)}</span>
      </span>
    </Fresh>
  );
}

function DeviceLine({ row }: { row: VisitorRow }) {
  const { t } = useTranslation();
  if (!row.device) return null;
  return (
    <span className={classes.icons}>
      <Icon name={row.device} />
      <span className={classes.line}>{t(`visitors.icons.${row.device}`)}</span>
    </span>
  );
}
