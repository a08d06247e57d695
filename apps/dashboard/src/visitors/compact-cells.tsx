import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { readablePath } from '../ui/safe-link.ts';
import { useFormat } from '../ui/use-format.ts';
import { Avatar } from './avatar.tsx';
import classes from './cells.module.css';
import { OnlineClock } from './cells.tsx';
import { ClaimMark } from './claims.tsx';
import { StatusMark } from './status-mark.tsx';
import { UnreadCount } from './unread-count.tsx';
import { useVisitorTitle } from './use-visitor-title.ts';

/** V9: a row on a phone, two lines: who and since when, what they look at and where they are. */
export function CompactCells({ row }: { row: VisitorRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useVisitorTitle();
  return (
    <div className={classes.compact}>
      <span className={classes.compactAvatar}>
        <Avatar id={row.id} name={row.name} size={40} />
      </span>
      <div role="gridcell" className={classes.name}>
        <span>{titleOf(row)}</span>
        <StatusMark row={row} />
        {row.autoMessaged && <Icon name="auto-messaged" size={15} label={t('visitors.icons.auto-messaged')} />}
        <ClaimMark visitor={row.id} />
        <UnreadCount count={row.unread} />
      </div>
      <div role="gridcell" className={classes.compactSide}>
        <OnlineClock since={row.onlineSince} />
      </div>
      <div role="gridcell" className={classes.soft}>
        <span className={classes.path}>{row.lastMessage?.text ?? (row.page.title || readablePath(row.page.url))}</span>
      </div>
      <div role="gridcell" className={classes.compactSide}>
        {row.country && (
          <span className={classes.code} title={format.country(row.country)}>
            <span aria-hidden="true">{row.country}</span>
            <span className="visually-hidden">{format.country(row.country)}</span>
          </span>
        )}
      </div>
    </div>
  );
}
