import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { DetailsBody } from '../visitors/details-body.tsx';
import { useFollowedVisitor } from '../visitors/use-followed-visitor.ts';
import classes from './visitor-card.module.css';

interface VisitorCardProps {
  visitor: VisitorId;
  /** The conversation that it stands beside. */
  open: ConversationId;
  onClose: () => void;
}

/** C2: who is on the other side, live: the page they are on now, their trail, what is known about them. A sheet on a phone. */
export function VisitorCard({ visitor, open, onClose }: VisitorCardProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const details = useFollowedVisitor(visitor);
  const bar = (
    <div className={classes.bar}>
      <IconButton icon="back" label={t('conversations.backToTalk')} className={classes.back} onClick={onClose} />
      <h2>{t('details.title')}</h2>
      <Link to="/visitors" search={{ visitor }}>
        {t('conversations.inList')}
      </Link>
    </div>
  );
  const body = (
    <div className={classes.body}>
      {details === 'loading' && (
        <div className={classes.bones} aria-busy="true">
          <span className="visually-hidden">{t('ui.loading')}</span>
          <Skeleton height={56} circle />
          <Skeleton height={16} width="60%" />
          <Skeleton height={72} />
        </div>
      )}
      {details === 'unknown' && <p className={classes.bones}>{t('details.unknown')}</p>}
      {typeof details === 'object' && <DetailsBody details={details} open={open} />}
    </div>
  );
  if (isPhone) {
    return (
      <Sheet label={t('details.title')} head={bar} onClose={onClose}>
        {body}
      </Sheet>
    );
  }
  return (
    <aside className={classes.card} aria-label={t('details.title')}>
      {bar}
      {body}
    </aside>
  );
}
