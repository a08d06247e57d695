import { Skeleton } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { HelpPageName } from './contents.ts';
import { type HelpPlace, pageAndAnchor } from './contexts.ts';
import { HelpArticle } from './help-article.tsx';
import classes from './help-panel.module.css';
import { OwnLanguageNote, showPlace } from './help-screen.tsx';
import { HelpSearch } from './help-search.tsx';
import { follow, type HelpWays, HelpWaysContext, helpHref } from './help-ways.ts';
import { useHelp, usePassages } from './use-help.ts';

interface HelpPanelProps {
  about: HelpPlace;
  onClose: () => void;
}

/** Help over the screen it is about: a panel at the side of a desk, a sheet on a phone. Its links stay in it. */
export function HelpPanel({ about, onClose }: HelpPanelProps) {
  const { t } = useTranslation();
  const heading = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [{ page, anchor, turn }, setPlace] = useState({ ...pageAndAnchor(about), turn: 0 });
  const [query, setQuery] = useState('');
  const { pages, error } = useHelp();
  const passages = usePassages(pages);
  const open = pages?.[page];

  useEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` counts the ways gone, also to where one is already
  useEffect(() => {
    if (open) showPlace(dialog.current, anchor);
  }, [open, anchor, turn]);

  const ways = useMemo<HelpWays>(
    () => ({
      toPage(next: HelpPageName, place) {
        setQuery('');
        setPlace((now) => ({ page: next, anchor: place, turn: now.turn + 1 }));
      },
      toScreen(href) {
        dialog.current?.close();
        void router.navigate({ href });
      },
    }),
    [router],
  );
  return (
    <HelpWaysContext value={ways}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the browser sees to */}
      <dialog
        ref={dialog}
        className={classes.panel}
        aria-labelledby={heading}
        onClose={onClose}
        // Only a press on the backdrop hits the dialog itself: its content fills it.
        onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      >
        <div className={classes.content}>
          <header className={classes.head}>
            <h2 id={heading}>{t('help.title')}</h2>
            <a href={helpHref(page, anchor)} onClick={follow(() => ways.toScreen(helpHref(page, anchor)))}>
              {t('help.full')}
            </a>
            <IconButton icon="close" label={t('ui.close')} onClick={() => dialog.current?.close()} />
          </header>
          <div className={classes.body}>
            <HelpSearch query={query} onQuery={setQuery} passages={passages} />
            <ErrorNote error={error} />
            {!open && !error && <Skeleton height={240} aria-label={t('ui.loading')} />}
            {open && query.trim() === '' && (
              <div>
                <OwnLanguageNote />
                <HelpArticle page={open} />
              </div>
            )}
          </div>
        </div>
      </dialog>
    </HelpWaysContext>
  );
}
