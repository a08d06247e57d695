import type { Density } from '@vetrina/protocol/http/preferences';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useDensity } from '../ui/use-density.ts';
import { useFormat } from '../ui/use-format.ts';
import { Avatar } from './avatar.tsx';
import classes from './cells.module.css';
import { ClaimMark } from './claims.tsx';
import { StatusMark } from './status-mark.tsx';
import { UnreadCount } from './unread-count.tsx';
import { useVisitorTitle } from './use-visitor-title.ts';

/** px. */
const AVATAR: Readonly<Record<Density, number>> = { comfortable: 36, compact: 24 };

/** V3 Visitor: avatar, name, status and marks; hover tells visits and chats so far. */
export function VisitorName({ row }: { row: VisitorRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useVisitorTitle();
  const history = `${t('visitors.visitsSoFar', { count: row.visits, number: format.number(row.visits) })} · ${t(
    'visitors.chatsSoFar',
    { count: row.chats, number: format.number(row.chats) },
  )}`;
  return (
    <span className={classes.visitor}>
      <Avatar id={row.id} name={row.name} size={AVATAR[useDensity()]} />
      <span className={classes.who}>
        <span className={classes.name} data-hint={history}>
          <span>{titleOf(row)}</span>
          <Badges row={row} />
        </span>
        <span className={classes.marks}>
          <StatusMark row={row} />
          <Marks row={row} />
        </span>
      </span>
    </span>
  );
}

/** Who this is: beside the name. */
function Badges({ row }: { row: VisitorRow }) {
  const { t } = useTranslation();
  return (
    <>
      {row.verified && <Icon name="verified" size={16} label={t('visitors.icons.verified')} />}
      {row.customer && !row.verified && <Icon name="customer" size={16} label={t('visitors.icons.customer')} />}
      {row.blocked && <Icon name="blocked" size={16} label={t('visitors.icons.blocked')} />}
      <ClaimMark visitor={row.id} />
      <UnreadCount count={row.unread} />
    </>
  );
}

/** What is known at a glance: under the name. */
export function Marks({ row }: { row: VisitorRow }) {
  const { t } = useTranslation();
  return (
    <>
      <Icon
        name={row.visits > 1 ? 'returning' : 'first-visit'}
        size={15}
        label={t(row.visits > 1 ? 'visitors.icons.returning' : 'visitors.icons.first-visit')}
      />
      {row.device && <Icon name={row.device} size={15} label={t(`visitors.icons.${row.device}`)} />}
      {row.autoMessaged && <Icon name="auto-messaged" size={15} label={t('visitors.icons.auto-messaged')} />}
    </>
  );
}
