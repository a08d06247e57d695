import { Kbd, TextInput } from '@mantine/core';
import { LIMITS } from '@vetrina/protocol/limits';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popup } from '../ui/popup.tsx';
import classes from './search-box.module.css';
import { ask, follow, lastAsked, type, typedFrom } from './typed-query.ts';

/** Typing pauses this long before everyone is searched, ms. */
const PAUSE = 180;

interface SearchBoxProps {
  query: string;
  box: RefObject<HTMLInputElement | null>;
  onQuery: (query: string) => void;
  /** Leads on into the list. */
  onDown: () => void;
}

/** V5's one box. What is typed goes to the address after a pause, so that Back does not step through letters. */
export function SearchBox({ query, box, onQuery, onDown }: SearchBoxProps) {
  const { t } = useTranslation();
  const problem = useFeed((feed) => feed.problem);
  const [typed, setTyped] = useTyped(query, onQuery);
  return (
    <div className={classes.search} role="search">
      <TextInput
        ref={box}
        type="search"
        aria-label={t('visitors.search.label')}
        placeholder={t('visitors.search.placeholder')}
        maxLength={LIMITS.query}
        value={typed}
        error={problem && t(`errors.${problem}`)}
        leftSection={<Icon name="search" />}
        rightSection={<SearchHelp onTry={setTyped} />}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          }
          if (event.key !== 'Escape') return;
          if (typed === '') box.current?.blur();
          setTyped('');
        }}
      />
    </div>
  );
}

function useTyped(query: string, onQuery: (query: string) => void) {
  const [kept, setTyped] = useState(() => typedFrom(query));
  const typed = kept.address === query ? kept : follow(kept, query);
  if (typed !== kept) setTyped(typed);
  const { text } = typed;
  const isAsked = text === lastAsked(typed);
  // An event: the list draws itself anew several times a second, and must not start the pause again.
  const search = useEffectEvent((wanted: string) => {
    setTyped(ask);
    onQuery(wanted);
  });
  useEffect(() => {
    if (isAsked) return;
    const timer = setTimeout(() => search(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, isAsked]);
  return [text, (next: string) => setTyped((now) => type(now, next))] as const;
}

const EXAMPLES = ['country:it', 'page:/cart', 'visits:>3', 'browser:safari', 'group:sales', 'is:customer'] as const;

function SearchHelp({ onTry }: { onTry: (query: string) => void }) {
  const { t } = useTranslation();
  return (
    <Popup
      label={t('visitors.search.help')}
      width={340}
      button={(button) => (
        <IconButton
          {...button}
          icon="help"
          label={t('visitors.search.help')}
          hint={t('visitors.search.help')}
          size="md"
        />
      )}
    >
      {(close) => (
        <>
          <p className={classes.lead}>{t('visitors.search.helpLead')}</p>
          <ul className={classes.examples}>
            {EXAMPLES.map((example) => (
              <li key={example}>
                <button
                  type="button"
                  onClick={() => {
                    onTry(example);
                    close();
                  }}
                >
                  <Kbd>{example}</Kbd>
                  <span>{t(`visitors.search.examples.${example.split(':')[0] as ExampleField}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popup>
  );
}

type ExampleField = 'country' | 'page' | 'visits' | 'browser' | 'group' | 'is';
