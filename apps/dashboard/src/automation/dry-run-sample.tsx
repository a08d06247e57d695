import { Link } from '@tanstack/react-router';
import type { DryRun } from '@vetrina/protocol/http/automation';
import { useTranslation } from 'react-i18next';
import { readablePath } from '../ui/safe-link.ts';
import { useFormat } from '../ui/use-format.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import classes from './dry-run.module.css';

/** Some of the people whom it would have written to, where and when. */
export function DryRunSample({ sample }: { sample: DryRun['sample'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useVisitorTitle();
  if (sample.length === 0) return null;
  return (
    <section className={classes.part} aria-label={t('automation.dry.sample')}>
      <h3>{t('automation.dry.sample')}</h3>
      <ul className={classes.sample}>
        {sample.map(({ visitor, at, page, sure }) => (
          <li key={`${visitor.id} ${at}`}>
            <Link to="/visitors" search={{ visitor: visitor.id }}>
              {titleOf(visitor)}
            </Link>
            <span>{page.title || readablePath(page.url)}</span>
            <small>
              {!sure && <em>{t('automation.dry.perhaps')}</em>} {format.dateTime(at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
