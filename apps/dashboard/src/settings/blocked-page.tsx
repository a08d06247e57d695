import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { parseIpPattern } from '@vetrina/domain/ip-patterns';
import type { IpBlock } from '@vetrina/protocol/http/visitors';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './settings.module.css';

/** C7: addresses whose visitors cannot see the chat box. */
export function IpBlocks() {
  const { t } = useTranslation();
  const { data: blocks = [] } = useQuery(queries.ipBlocks);
  return (
    <Section title={t('settings.blocks.title')} lead={t('settings.blocks.lead')}>
      <NewBlock />
      {blocks.length === 0 && <p>{t('settings.blocks.none')}</p>}
      <ul className={classes.list}>
        {blocks.map((block) => (
          <BlockLine key={block.id} block={block} />
        ))}
      </ul>
    </Section>
  );
}

function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queries.ipBlocks.queryKey });
}

function NewBlock() {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [pattern, setPattern] = useState('');
  const [isBad, setBad] = useState(false);
  const add = useMutation({
    mutationFn: () => call('addIpBlock', { body: { pattern } }),
    onSuccess: () => {
      setPattern('');
      return refresh();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isPattern = parseIpPattern(pattern) !== null;
    setBad(!isPattern);
    if (isPattern) add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <div className={classes.add}>
        <TextInput
          label={t('settings.blocks.label')}
          value={pattern}
          maxLength={64}
          spellCheck={false}
          error={isBad && t('settings.blocks.bad')}
          onChange={(event) => {
            setBad(false);
            setPattern(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" disabled={pattern.trim() === ''} loading={add.isPending}>
          {t('settings.blocks.add')}
        </Button>
      </div>
      <ErrorNote error={add.error} />
    </form>
  );
}

function BlockLine({ block }: { block: IpBlock }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const remove = useMutation({
    mutationFn: () => call('removeIpBlock', { params: { block: block.id } }),
    onSuccess: refresh,
  });
  return (
    <li>
      <div>
        <strong translate="no">{block.pattern}</strong>
        <small>
          {block.createdBy
            ? t('settings.blocks.by', { name: block.createdBy, when: format.dateTime(block.createdAt) })
            : format.dateTime(block.createdAt)}
        </small>
        <ErrorNote error={remove.error} />
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('settings.blocks.remove', { pattern: block.pattern })}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {t('details.block.unblock')}
      </Button>
    </li>
  );
}
