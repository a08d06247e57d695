import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RATINGS } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Icon } from '../ui/icon.tsx';
import { EMPTY_SEARCH, type ResolvedSearch, sameSearch } from './inbox-address.ts';
import classes from './resolved-search.module.css';

interface ResolvedSearchProps {
  search: ResolvedSearch;
  onSearch: (search: ResolvedSearch) => void;
}

/** C4: search over what is resolved. Words at once, everything else behind "Filters". */
export function ResolvedSearchForm({ search, onSearch }: ResolvedSearchProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(search.text);
  const filters = Object.values({ ...search, text: '' }).filter((value) => value !== null && value !== '').length;
  const [isWide, setWide] = useState(filters > 0);
  const words = useRef<HTMLInputElement>(null);
  // The button goes with what it cleared: the focus has to be somewhere.
  const onClear = (): void => {
    setText('');
    words.current?.focus();
    onSearch(EMPTY_SEARCH);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSearch({ ...search, text: text.trim() });
  };
  return (
    <search className={classes.form}>
      <form onSubmit={submit} className={classes.line}>
        <TextInput
          ref={words}
          size="sm"
          type="search"
          className={classes.text}
          aria-label={t('conversations.search.label')}
          placeholder={t('conversations.search.placeholder')}
          leftSection={<Icon name="search" size={16} />}
          maxLength={LIMITS.query}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => text.trim() !== search.text && onSearch({ ...search, text: text.trim() })}
        />
        <Button variant="default" size="sm" aria-expanded={isWide} onClick={() => setWide(!isWide)}>
          {filters > 0 ? t('conversations.search.filtersSet', { count: filters }) : t('conversations.search.filters')}
        </Button>
      </form>
      {isWide && <Filters search={search} onSearch={onSearch} onClear={onClear} />}
    </search>
  );
}

function Filters({ search, onSearch, onClear }: ResolvedSearchProps & { onClear: () => void }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(queries.agents);
  const { data: tags = [] } = useQuery(queries.tags);
  const any = { value: '', label: t('conversations.search.any') };
  const change = (changes: Partial<ResolvedSearch>): void => onSearch({ ...search, ...changes });
  const isEmpty = sameSearch(search, EMPTY_SEARCH);
  return (
    <div className={classes.filters}>
      <NativeSelect
        size="xs"
        label={t('conversations.search.agent')}
        data={[any, ...agents.map(({ id, name }) => ({ value: id as string, label: name }))]}
        value={search.agent ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ agent: agents.find(({ id }) => id === value)?.id ?? null })
        }
      />
      <NativeSelect
        size="xs"
        label={t('conversations.search.tag')}
        data={[any, ...tags.map(({ id, name }) => ({ value: id as string, label: name }))]}
        value={search.tag ?? ''}
        onChange={({ currentTarget: { value } }) => change({ tag: tags.find(({ id }) => id === value)?.id ?? null })}
      />
      <NativeSelect
        size="xs"
        label={t('conversations.search.rating')}
        data={[any, ...RATINGS.map((value) => ({ value: String(value), label: t(`conversations.rating.${value}`) }))]}
        value={String(search.rating ?? '')}
        onChange={({ currentTarget: { value } }) =>
          change({ rating: RATINGS.find((each) => String(each) === value) ?? null })
        }
      />
      <TextInput
        size="xs"
        label={t('conversations.search.page')}
        maxLength={LIMITS.url}
        defaultValue={search.page}
        key={search.page}
        onBlur={({ currentTarget: { value } }) => value.trim() !== search.page && change({ page: value.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('conversations.search.from')}
        value={search.from}
        onChange={({ currentTarget: { value } }) => change({ from: value })}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('conversations.search.to')}
        value={search.to}
        onChange={({ currentTarget: { value } }) => change({ to: value })}
      />
      {!isEmpty && (
        <Button variant="default" size="xs" className={classes.clear} onClick={onClear}>
          {t('conversations.search.clear')}
        </Button>
      )}
    </div>
  );
}
