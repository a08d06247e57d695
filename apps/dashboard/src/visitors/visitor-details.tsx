import { Skeleton } from '@mantine/core';
import type { VisitorId } from '@vetrina/protocol/ids';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { DetailsBody } from './details-body.tsx';
import { useFollowedVisitor } from './use-followed-visitor.ts';
import classes from './visitor-details.module.css';

interface VisitorDetailsProps {
  visitor: VisitorId;
  isPhone: boolean;
  onClose: () => void;
}

/** V7: one person, live. Beside the list at a desk, a sheet in front of it on a phone. */
export function VisitorDetails({ visitor, isPhone, onClose }: VisitorDetailsProps) {
  const { t } = useTranslation();
  const details = useFollowedVisitor(visitor);
  useEscape(onClose);
  const bar = (
    <div className={classes.bar}>
      <h2>{t('details.title')}</h2>
      <HelpButton about={HELP_CONTEXTS.details} />
      <IconButton icon="close" label={t('details.close')} onClick={onClose} />
    </div>
  );
  const body = (
    <div className={classes.body}>
      {details === 'loading' && <DetailsSkeleton />}
      {details === 'unknown' && <p className={classes.gone}>{t('details.unknown')}</p>}
      {typeof details === 'object' && <DetailsBody details={details} open={null} />}
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
    <section className={classes.panel} aria-label={t('details.title')}>
      {bar}
      {body}
    </section>
  );
}

/** Escape closes from wherever the focus is, unless it has something nearer to close: a dialog, a menu, a search. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const isElsewhere = event.target instanceof Element && event.target.closest('[role="search"]') !== null;
      if (!isElsewhere && document.querySelector('dialog[open], :popover-open') === null) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
}

function DetailsSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.section} aria-busy="true">
      <span className="visually-hidden">{t('ui.loading')}</span>
      <Skeleton height={56} circle />
      <Skeleton height={16} width="60%" />
      <Skeleton height={72} />
      <Skeleton height={120} />
    </div>
  );
}
