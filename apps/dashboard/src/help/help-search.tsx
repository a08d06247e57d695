import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import type { HelpPageName } from './contents.ts';
import classes from './help-search.module.css';
import { follow, helpHref, useHelpWays } from './help-ways.ts';
import type { Passage } from './passages.ts';
import { type Piece, searchHelp } from './search-help.ts';

interface HelpSearchProps {
  query: string;
  onQuery: (query: string) => void;
  passages: readonly Passage[];
}

/** One box over all of help, and what it finds; the arrows lead from the box into the list and back. */
export function HelpSearch({ query, onQuery, passages }: HelpSearchProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const ways = useHelpWays();
  const hits = searchHelp(passages, query);
  const isAsked = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onQuery('');
      box.current?.querySelector('input')?.focus();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, [data-hit]') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };
  const [best] = hits;
  const person = passages.find(({ page, anchor }) => page === 'support' && anchor === null);
  return (
    <div ref={box} role="search" className={classes.search} onKeyDown={onKeyDown}>
      <TextInput
        type="search"
        aria-label={t('help.search')}
        placeholder={t('help.search')}
        value={query}
        maxLength={100}
        leftSection={<Icon name="search" />}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && best) ways.toPage(best.passage.page as HelpPageName, best.passage.anchor);
        }}
      />
      <p role="status" className={isAsked ? classes.count : 'visually-hidden'}>
        {isAsked && (hits.length > 0 ? t('help.found', { count: hits.length }) : t('help.none'))}
      </p>
      {isAsked && hits.length === 0 && person && (
        <a
          href={helpHref('support', null)}
          className={classes.person}
          onClick={follow(() => ways.toPage('support', null))}
        >
          {person.pageTitle}
        </a>
      )}
      {hits.length > 0 && (
        <ul className={classes.hits}>
          {hits.map(({ passage: { page, anchor, pageTitle }, heading, excerpt }) => (
            <li key={helpHref(page, anchor)}>
              <a
                data-hit
                href={helpHref(page, anchor)}
                onClick={follow(() => ways.toPage(page as HelpPageName, anchor))}
              >
                {anchor !== null && <span className={classes.page}>{pageTitle}</span>}
                <span className={classes.heading}>
                  <Pieces of={heading} />
                </span>
                <span className={classes.excerpt}>
                  <Pieces of={excerpt} />
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map(({ text, isHit }, nth) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a text cut anew at every key
    isHit ? <mark key={nth}>{text}</mark> : text,
  );
}
