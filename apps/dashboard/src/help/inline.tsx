import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import type { HelpPageName } from './contents.ts';
import classes from './help-article.module.css';
import type { Inline } from './help-page.ts';
import { follow, helpHref, useHelpWays } from './help-ways.ts';
import { useWordOf } from './use-help.ts';

/** The parts of a sentence. */
export function Inlines({ of }: { of: readonly Inline[] }) {
  return of.map((part, nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is read never changes its order
    <Fragment key={nth}>{typeof part === 'string' ? <Words text={part} /> : <Part part={part} />}</Fragment>
  ));
}

/** "e-mail", "e-shop": a line may not end behind one letter. */
const WHOLE = /((?<!\p{L})\p{L}-\p{L}+)/u;

function Words({ text }: { text: string }) {
  return text.split(WHOLE).map((words, nth) =>
    nth % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is read never changes its order
      <span key={nth} className={classes.whole}>
        {words}
      </span>
    ) : (
      words
    ),
  );
}

function Part({ part }: { part: Exclude<Inline, string> }) {
  const wordOf = useWordOf();
  const ways = useHelpWays();
  switch (part.is) {
    case 'strong':
      return (
        <strong>
          <Inlines of={part.of} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inlines of={part.of} />
        </em>
      );
    case 'code':
      return <code>{part.text}</code>;
    case 'word':
      return <b className={classes.word}>{wordOf(part.key)}</b>;
    case 'page':
      return (
        <a
          href={helpHref(part.page, part.anchor)}
          onClick={follow(() => ways.toPage(part.page as HelpPageName, part.anchor))}
        >
          <Inlines of={part.of} />
        </a>
      );
    case 'screen':
      return (
        <a href={part.path} onClick={follow(() => ways.toScreen(part.path))}>
          <Inlines of={part.of} />
        </a>
      );
    case 'try':
      return <TryIt query={part.query} />;
    case 'keys':
      return part.keys.map((key) => <Kbd key={key}>{key}</Kbd>);
    case 'icon':
      return <Icon name={part.name as IconName} className={classes.icon} />;
  }
}

/** A search as it is typed; a press shows who matches now. */
function TryIt({ query }: { query: string }) {
  const { t } = useTranslation();
  const ways = useHelpWays();
  const href = `/visitors?${new URLSearchParams({ filter: 'all', q: query })}`;
  return (
    <a
      href={href}
      className={classes.try}
      aria-label={t('help.try', { query })}
      onClick={follow(() => ways.toScreen(href))}
    >
      <code>{query}</code>
      <Icon name="forward" size={12} />
    </a>
  );
}
