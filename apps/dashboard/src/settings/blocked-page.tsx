import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import { parseIpPattern } from '@vetrina/domain/ip-patterns';
import type { IpBlock } from '@vetrina/protocol/http/visitors';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import { BlockedPeople } from './blocked-people.tsx';
import type { PlaceProps } from './place-props.ts';
import classes from './settings.module.css';

/** C7: who cannot see the chat box, by person and by address. */
export function BlockedPage({ session: { account } }: PlaceProps) {
  const { t } = useTranslation();
  const blocks = useQuery(queries.ipBlocks);
  const has = entitled(account.plan, 'blocking');
  return (
    <ReadingPage title={t('settings.places.blocked')} lead={t('settings.blocks.about')}>
      {!has && <PlanNote plan={cheapestPlanWith('blocking')}>{t('settings.blocks.why')}</PlanNote>}
      <BlockedPeople />
      <Section title={t('settings.blocks.title')} lead={t('settings.blocks.lead')}>
        <NewBlock isClosed={!has} />
        {blocks.isError && <NotRead query={blocks} />}
        {blocks.isPending && <Bones heights={[52]} />}
        {blocks.data?.length === 0 && <p className={classes.hint}>{t('settings.blocks.none')}</p>}
        <ul className={classes.list}>
          {blocks.data?.map((block) => (
            <BlockLine key={block.id} block={block} />
          ))}
        </ul>
      </Section>
    </ReadingPage>
  );
}

function NewBlock({ isClosed }: { isClosed: boolean }) {
  const { t } = useTranslation();
  const [pattern, setPattern] = useState('');
  const [isBad, setBad] = useState(false);
  const add = useChange(
    () => call('addIpBlock', { body: { pattern } }),
    [queries.ipBlocks.queryKey],
    () => setPattern(''),
  );
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
          disabled={isClosed}
          spellCheck={false}
          error={isBad && t('settings.blocks.bad')}
          onChange={(event) => {
            setBad(false);
            setPattern(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" disabled={isClosed || pattern.trim() === ''} loading={add.isPending}>
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
  const remove = useChange(() => call('removeIpBlock', { params: { block: block.id } }), [queries.ipBlocks.queryKey]);
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
