import { useTranslation } from 'react-i18next';
import { CONTENTS, HELP_GROUPS, type HelpPageName } from './contents.ts';
import classes from './help-contents.module.css';
import type { HelpPages } from './help-page.ts';
import { follow, helpHref, useHelpWays } from './help-ways.ts';
import { plain } from './passages.ts';
import { useWordOf } from './use-help.ts';

interface HelpContentsProps {
  pages: HelpPages;
  /** null: none of them is open. */
  open: HelpPageName | null;
  /** With what each page is about, for who has nothing open yet. */
  withLeads?: boolean;
}

/** All pages under their headings. */
export function HelpContents({ pages, open, withLeads = false }: HelpContentsProps) {
  const { t } = useTranslation();
  const wordOf = useWordOf();
  const ways = useHelpWays();
  return (
    <nav className={classes.contents} aria-label={t('help.contents')} data-wide={withLeads || undefined}>
      {HELP_GROUPS.map((group) => (
        <section key={group}>
          <h2>{t(`help.groups.${group}`)}</h2>
          <ul>
            {CONTENTS[group].map((name) => (
              <li key={name}>
                <a
                  href={helpHref(name, null)}
                  aria-current={name === open ? 'page' : undefined}
                  onClick={follow(() => ways.toPage(name, null))}
                >
                  <span>{pages[name]?.title}</span>
                  {withLeads && <small>{plain(pages[name]?.lead ?? [], wordOf)}</small>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
