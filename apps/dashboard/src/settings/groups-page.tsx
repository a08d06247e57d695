import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { Agent } from '@vetrina/protocol/http/account';
import type { Group } from '@vetrina/protocol/http/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { EditableLine } from './editable-line.tsx';
import { GroupForm } from './group-form.tsx';
import type { PlaceProps } from './place-props.ts';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';
import { UngroupedNote } from './ungrouped-note.tsx';

/** Teams within the team: a visitor can belong to one, and its agents see only theirs. */
export function GroupsPage({ session: { account } }: PlaceProps) {
  const { t } = useTranslation();
  const has = entitled(account.plan, 'groups');
  const groups = useQuery({ ...queries.groups, enabled: has });
  const agents = useQuery({ ...queries.agents, enabled: has });
  const team = useQuery({ ...settingsQueries.team, enabled: has });
  const [edited, setEdited] = useState<Group | 'new' | null>(null);
  return (
    <ReadingPage title={t('settings.places.groups')} lead={t('settings.groups.lead')}>
      {!has && <PlanNote plan={cheapestPlanWith('groups')}>{t('settings.groups.why')}</PlanNote>}
      <Section title={t('settings.groups.list')}>
        {groups.isError && <NotRead query={groups} />}
        {has && groups.isPending && <Bones heights={[52, 52]} />}
        {has && groups.data?.length === 0 && <p className={classes.hint}>{t('settings.groups.none')}</p>}
        <ul className={classes.list}>
          {groups.data?.map((group) => (
            <GroupLine key={group.key} group={group} agents={agents.data ?? []} onEdit={() => setEdited(group)} />
          ))}
        </ul>
        {has && <UngroupedNote team={team.data ?? []} />}
        <div>
          <Button leftSection={<Icon name="plus" />} disabled={!has} onClick={() => setEdited('new')}>
            {t('settings.groups.add')}
          </Button>
        </div>
      </Section>
      <Section title={t('settings.groups.how')}>
        <p>{t('settings.groups.howText')}</p>
        <pre className={classes.snippet} translate="no">
          {`vetrina('group', '${groups.data?.[0]?.key ?? 'sales'}');`}
        </pre>
      </Section>
      <Dialog
        title={t(edited === 'new' ? 'settings.groups.add' : 'settings.groups.edit')}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        <GroupForm
          group={edited === 'new' ? null : edited}
          groups={groups.data ?? []}
          agents={agents.data ?? []}
          onDone={() => setEdited(null)}
        />
      </Dialog>
    </ReadingPage>
  );
}

interface GroupLineProps {
  group: Group;
  agents: readonly Agent[];
  onEdit: () => void;
}

function GroupLine({ group, agents, onEdit }: GroupLineProps) {
  const { t } = useTranslation();
  const { key, name, members } = group;
  const names = agents.filter(({ id }) => members.includes(id)).map((agent) => agent.name);
  const words = {
    edit: t('settings.groups.editOf', { name }),
    remove: t('settings.groups.removeOf', { name }),
    consequence: t('settings.groups.removeText'),
  };
  return (
    <EditableLine
      words={words}
      onEdit={onEdit}
      onRemove={() => call('removeGroup', { params: { group: key } })}
      shown={[queries.groups.queryKey, settingsQueries.team.queryKey]}
    >
      <div>
        <strong>{name}</strong>
        <small translate="no">{key}</small>
        <small>{names.length === 0 ? t('settings.groups.nobody') : names.join(', ')}</small>
      </div>
    </EditableLine>
  );
}
