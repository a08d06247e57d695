import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { getRouteApi, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { HELP_PAGES, type HelpPageName, isHelpPage } from './contents.ts';
import { HelpArticle } from './help-article.tsx';
import { HelpContents } from './help-contents.tsx';
import type { HelpPage, HelpPages } from './help-page.ts';
import classes from './help-screen.module.css';
import { HelpSearch } from './help-search.tsx';
import { follow, type HelpWays, HelpWaysContext, helpHref, useHelpWays } from './help-ways.ts';
import { plain } from './passages.ts';
import { useHelp, usePassages, useWordOf } from './use-help.ts';

const route = getRouteApi('/signed-in/help/{-$page}');

/** S1: `/help` is the contents and the search, `/help/<page>#<heading>` a page. */
export function HelpScreen() {
  const { t } = useTranslation();
  const router = useRouter();
  const { pages, error } = useHelp();
  const ways = useMemo<HelpWays>(
    () => ({
      toPage: (page, anchor) => void router.navigate({ href: helpHref(page, anchor) }),
      toScreen: (href) => void router.navigate({ href }),
    }),
    [router],
  );
  return (
    <HelpWaysContext value={ways}>
      <ErrorNote error={error} />
      {pages ? <Loaded pages={pages} /> : <Skeleton height={320} m={32} aria-label={t('ui.loading')} />}
    </HelpWaysContext>
  );
}

function Loaded({ pages }: { pages: HelpPages }) {
  const { t } = useTranslation();
  const name = route.useParams().page;
  const [query, setQuery] = useState('');
  const passages = usePassages(pages);
  const open = isHelpPage(name) ? name : null;
  const page = open && pages[open];
  useDocumentTitle(`${page ? page.title : t('help.title')} · Vetrina`);
  // Whoever has found something reads it; the list of hits has done its work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every other page
  useEffect(() => setQuery(''), [open]);
  const search = <HelpSearch query={query} onQuery={setQuery} passages={passages} />;
  if (open === null || !page) {
    return (
      <div className={classes.index}>
        <header>
          <h1>{t('help.title')}</h1>
          <OwnLanguageNote />
        </header>
        <div className={classes.box}>{search}</div>
        {query.trim() === '' && <HelpContents pages={pages} open={null} withLeads />}
      </div>
    );
  }
  return (
    <div className={classes.frame}>
      <div className={classes.side}>
        <div className={classes.sideBox}>{search}</div>
        {query.trim() === '' && <HelpContents pages={pages} open={open} />}
      </div>
      <Reading key={open} name={open} page={page} pages={pages} />
    </div>
  );
}

function Reading({ name, page, pages }: { name: HelpPageName; page: HelpPage; pages: HelpPages }) {
  const { t } = useTranslation();
  const ways = useHelpWays();
  const router = useRouter();
  const reading = useRef<HTMLDivElement>(null);
  const at = HELP_PAGES.indexOf(name);
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => showPlace(reading.current, hash), [hash]);
  return (
    <div ref={reading} className={classes.reading}>
      <a
        href="/help"
        className={classes.back}
        onClick={follow(() => void router.navigate({ to: '/help/{-$page}', params: { page: undefined } }))}
      >
        <Icon name="back" />
        {t('help.title')}
      </a>
      <div className={classes.columns}>
        <div>
          <OwnLanguageNote />
          <HelpArticle page={page} />
          <nav className={classes.turns} aria-label={t('help.turns')}>
            <Turn name={HELP_PAGES[at - 1]} pages={pages} way="previous" onTurn={ways.toPage} />
            <Turn name={HELP_PAGES[at + 1]} pages={pages} way="next" onTurn={ways.toPage} />
          </nav>
        </div>
        <OnThisPage name={name} page={page} />
      </div>
    </div>
  );
}

/** Scrolls to a heading, or the beginning, and puts the focus there, so that reading goes on from it. */
export function showPlace(frame: HTMLElement | null, anchor: string | null): void {
  const place =
    (anchor ? frame?.querySelector<HTMLElement>(`#${CSS.escape(anchor)}`) : null) ??
    frame?.querySelector<HTMLElement>('[data-help-title]');
  place?.scrollIntoView({ block: place.matches('[data-help-title]') ? 'center' : 'start' });
  place?.focus({ preventScroll: true });
}

interface TurnProps {
  name: HelpPageName | undefined;
  pages: HelpPages;
  way: 'previous' | 'next';
  onTurn: HelpWays['toPage'];
}

function Turn({ name, pages, way, onTurn }: TurnProps) {
  const { t } = useTranslation();
  if (name === undefined) return <span />;
  return (
    <a href={helpHref(name, null)} data-way={way} onClick={follow(() => onTurn(name, null))}>
      <small>{t(`help.${way}`)}</small>
      <span>{pages[name]?.title}</span>
    </a>
  );
}

function OnThisPage({ name, page }: { name: HelpPageName; page: HelpPage }) {
  const { t } = useTranslation();
  const wordOf = useWordOf();
  const ways = useHelpWays();
  const headings = page.blocks.filter((block) => block.is === 'heading' && block.level === 2);
  if (headings.length < 3) return null;
  return (
    <nav className={classes.onPage} aria-label={t('help.onPage')}>
      <p aria-hidden="true">{t('help.onPage')}</p>
      <ul>
        {headings.map(
          (block) =>
            block.is === 'heading' && (
              <li key={block.anchor}>
                <a
                  href={helpHref(name, block.anchor)}
                  onClick={follow(() => {
                    ways.toPage(name, block.anchor);
                    // Again to where one is already: the address does not change, and nothing would scroll.
                    showPlace(document.getElementById('screen'), block.anchor);
                  })}
                >
                  {plain(block.of, wordOf)}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

/** Help is written in two languages; the others are told why they read English. */
export function OwnLanguageNote() {
  const { t } = useTranslation();
  const { isOwnLanguage } = useHelp();
  return isOwnLanguage ? null : <p className="hint">{t('help.inEnglish')}</p>;
}
