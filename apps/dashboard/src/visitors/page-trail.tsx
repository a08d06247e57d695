import type { TrailPage } from '@vetrina/protocol/visitor-details';
import { useTranslation } from 'react-i18next';
import { readablePath, safeHref } from '../ui/safe-link.ts';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './visitor-details.module.css';

interface PageTrailProps {
  pages: readonly TrailPage[];
  /** Whether the open pages are being looked at now. */
  isHere: boolean;
}

/** The pages of this visit, the latest first, with the time on each. */
export function PageTrail({ pages, isHere }: PageTrailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (pages.length === 0) return <p className="hint">{t('details.trail.none')}</p>;
  return (
    <ol className={classes.trail} reversed>
      {pages.toReversed().map((page) => {
        const isOpen = page.endedAt === null && isHere;
        return (
          <li key={page.id} data-open={isOpen || undefined}>
            <PageLink page={page} />
            <time dateTime={new Date(page.at).toISOString()} title={format.dateTime(page.at)}>
              {isOpen && <span className="visually-hidden">{t('details.trail.now')} </span>}
              {page.endedAt === null && !isHere ? '' : format.clock((page.endedAt ?? now) - page.at)}
            </time>
            <small>{readablePath(page.url)}</small>
            <small>{format.time(page.at)}</small>
          </li>
        );
      })}
    </ol>
  );
}

/** Addresses are what a visitor's browser said: only http and https become links, and they give nothing away. */
function PageLink({ page }: { page: TrailPage }) {
  const href = safeHref(page.url);
  const words = page.title || readablePath(page.url);
  if (!href) return <strong>{words}</strong>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}
