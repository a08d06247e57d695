import { Checkbox, TextInput } from '@mantine/core';
import type { Agent } from '@vetrina/protocol/http/account';
import type { Group } from '@vetrina/protocol/http/team';
import type { AgentId, GroupKey } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { Caution } from '../ui/caution.tsx';
import { keyFor } from './group-key.ts';
import { freedFrom } from './group-rules.ts';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';
import { useFreedWords } from './use-freed-words.ts';

interface GroupFormProps {
  /** null: a new one. */
  group: Group | null;
  groups: readonly Group[];
  agents: readonly Agent[];
  onDone: () => void;
}

/** Name, members, and for a new group the key that pages will say; later it stays, because pages say it. */
export function GroupForm({ group, groups, agents, onDone }: GroupFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(group?.name ?? '');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [members, setMembers] = useState<AgentId[]>(group?.members ?? []);
  const freedWords = useFreedWords(agents);
  const key = typedKey ?? keyFor(name);
  const save = useChange(
    () =>
      group === null
        ? call('addGroup', { body: { key: key as GroupKey, name, members } })
        : call('editGroup', { params: { group: group.key }, body: { name, members } }),
    [queries.groups.queryKey, settingsQueries.team.queryKey],
    onDone,
  );
  return (
    <ActionForm action={t('settings.save')} deed={save} onSubmit={() => save.mutate()}>
      <TextInput
        label={t('settings.groups.name')}
        required
        withAsterisk={false}
        autoFocus
        maxLength={LIMITS.groupName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.groups.key')}
        description={t(group === null ? 'settings.groups.keyText' : 'settings.groups.keyStays')}
        required
        withAsterisk={false}
        readOnly={group !== null}
        maxLength={64}
        pattern="[\p{L}\p{N}._\-]+"
        spellCheck={false}
        translate="no"
        value={group?.key ?? key}
        onChange={(event) => setTypedKey(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('settings.groups.members')}
        value={members}
        onChange={(ids) => setMembers(agents.map(({ id }) => id).filter((id) => ids.includes(id)))}
      >
        <div className={classes.modes}>
          {agents.map(({ id, name: agentName }) => (
            <Checkbox key={id} value={id} label={agentName} />
          ))}
        </div>
      </Checkbox.Group>
      <Caution>{group && freedWords(freedFrom(group, members, groups))}</Caution>
    </ActionForm>
  );
}
