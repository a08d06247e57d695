import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BlockOf, Flow, HandOverTo } from '@vetrina/protocol/automation/flow';
import type { AgentId, GroupKey } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { BotTextField } from './bot-text-field.tsx';
import type { FieldsProps } from './fields-props.ts';
import { useBlockWords } from './use-block-words.ts';

export function HandOverFields({ block, flow, onChange }: FieldsProps<BlockOf<'hand-over'>> & { flow: Flow }) {
  const { t } = useTranslation();
  const words = useBlockWords();
  const { data: agents = [] } = useQuery(queries.agents);
  const { data: groups = [] } = useQuery(queries.groups);
  const people = agents.map(({ id, name }) => ({ value: `agent ${id}`, label: name }));
  const parts = groups.map(({ key, name }) => ({ value: `group ${key}`, label: name }));
  const chosen = optionOf(block.to);
  const isKnown = chosen === 'anyone' || [...people, ...parts].some(({ value }) => value === chosen);
  return (
    <>
      <NativeSelect
        label={t('chatbots.fields.to')}
        value={chosen}
        data={[
          { value: 'anyone', label: t('chatbots.to.anyone') },
          ...(isKnown ? [] : [{ value: chosen, label: words.to(block.to) }]),
          ...(parts.length > 0 ? [{ group: t('chatbots.to.groups'), items: parts }] : []),
          ...(people.length > 0 ? [{ group: t('chatbots.to.agents'), items: people }] : []),
        ]}
        onChange={(event) => onChange({ ...block, to: chosenTo(event.currentTarget.value) })}
      />
      <BotTextField
        label={t('chatbots.fields.handOverText')}
        hint={t('chatbots.fields.handOverHint')}
        value={block.text}
        flow={flow}
        onChange={(text) => onChange({ ...block, text }, 'text')}
      />
    </>
  );
}

function optionOf(to: HandOverTo): string {
  switch (to.to) {
    case 'anyone':
      return 'anyone';
    case 'agent':
      return `agent ${to.agent}`;
    case 'group':
      return `group ${to.group}`;
  }
}

function chosenTo(value: string): HandOverTo {
  const [kind, id = ''] = value.split(' ');
  if (kind === 'agent') return { to: 'agent', agent: id as AgentId };
  return kind === 'group' ? { to: 'group', group: id as GroupKey } : { to: 'anyone' };
}
