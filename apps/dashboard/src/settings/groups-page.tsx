import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { Agent } from '@vetrina/protocol/http/account';
import type { Group } from '@vetrina/protocol/http/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { GroupForm } from './group-form.tsx';
import type { PlaceProps } from './place-props.ts';
import classes from './settings.module.css';
import { settingsQueries, useChange } from './settings-queries.ts';

/** Teams within the team: a visitor can belong to one, and its agents see only theirs. */
export function GroupsPage({ session: { account } }: PlaceProps) {
  const { t } = useTranslation();
  const has = entitled(account.plan, 'groups');
  const groups = useQuery({ ...queries.groups, enabled: has });
  const agents = useQuery({ ...queries.agents, enabled: has });
  const [edited, setEdited] = useState<Group | 'new' | null>(null);
  return (
    <ReadingPage title={t('settings.places.groups')} lead={t('settings.groups.lead')}>
      {!has && <PlanNote plan={cheapestPlanWith('groups')}>{t('settings.groups.why')}</PlanNote>}
      <Section title={t('settings.groups.list')}>
        <ErrorNote error={groups.error} />
        {has && groups.data?.length === 0 && <p className={classes.hint}>{t('settings.groups.none')}</p>}
        <ul className={classes.list}>
          {groups.data?.map((group) => (
            <GroupLine key={group.key} group={group} agents={agents.data ?? []} onEdit={() => setEdited(group)} />
          ))}
        </ul>
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
        <GroupForm group={edited === 'new' ? null : edited} agents={agents.data ?? []} onDone={() => setEdited(null)} />
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
  const [isAsked, setAsked] = useState(false);
  const remove = useChange(
    () => call('removeGroup', { params: { group: group.key } }),
    [queries.groups.queryKey, settingsQueries.team.queryKey],
  );
  const members = agents.filter(({ id }) => group.members.includes(id));
  return (
    <li>
      <div>
        <strong>{group.name}</strong>
        <small translate="no">{group.key}</small>
        <small>{members.length === 0 ? t('settings.groups.nobody') : members.map(({ name }) => name).join(', ')}</small>
      </div>
      <IconButton icon="edit" label={t('settings.groups.editOf', { name: group.name })} onClick={onEdit} />
      <IconButton
        icon="remove"
        label={t('settings.groups.removeOf', { name: group.name })}
        onClick={() => setAsked(true)}
      />
      <Confirm
        title={t('settings.groups.removeOf', { name: group.name })}
        text={t('settings.groups.removeText')}
        action={t('ui.remove')}
        isOpen={isAsked}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsked(false)}
      />
    </li>
  );
}
