import { NativeSelect, Switch } from '@mantine/core';
import { entitled } from '@vetrina/domain/entitlements';
import { type Agent, type Plan, ROLES } from '@vetrina/protocol/http/account';
import type { Group, TeamMember, TeamMemberEdit } from '@vetrina/protocol/http/team';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { GroupChoice } from './group-choice.tsx';
import { mayManage, rolesToGive } from './roles.ts';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';

interface MemberLineProps {
  member: TeamMember;
  me: Agent;
  plan: Plan;
  groups: readonly Group[];
}

/** One member; every change is saved at once. What one may not change stands there as a fact. */
export function MemberLine({ member, me, plan, groups }: MemberLineProps) {
  const { t } = useTranslation();
  const change = useChange(
    (body: TeamMemberEdit) => call('editTeamMember', { params: { agent: member.id }, body }),
    [settingsQueries.team.queryKey, queries.agents.queryKey, queries.groups.queryKey],
  );
  const isManaged = mayManage(me, member);
  return (
    <li className={classes.member} data-inactive={!member.active || undefined}>
      <Face id={member.id} name={member.name} photo={member.photo} />
      <div className={classes.who}>
        <strong>
          {member.name} {member.id === me.id && `(${t('settings.team.you')})`}
        </strong>
        <small>{member.email}</small>
        <Marks member={member} />
      </div>
      <div className={classes.controls}>
        {entitled(plan, 'groups') && groups.length > 0 && (isManaged || member.id === me.id) && (
          <GroupChoice
            label={t('settings.team.groupsOf', { name: member.name })}
            groups={groups}
            value={member.groups}
            onChange={(chosen) => change.mutate({ groups: chosen })}
          />
        )}
        {isManaged ? (
          <NativeSelect
            size="sm"
            aria-label={t('settings.team.roleOf', { name: member.name })}
            value={member.role}
            data={ROLES.filter((role) => rolesToGive(me.role).includes(role)).map((role) => ({
              value: role,
              label: t(`settings.team.${role}`),
            }))}
            onChange={(event) => {
              const role = ROLES.find((each) => each === event.currentTarget.value);
              if (role) change.mutate({ role });
            }}
          />
        ) : (
          <span className={classes.chip}>{t(`settings.team.${member.role}`)}</span>
        )}
        {isManaged && (
          <Switch
            size="sm"
            label={t('settings.team.active')}
            aria-label={t('settings.team.activeOf', { name: member.name })}
            checked={member.active}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ active: event.currentTarget.checked })}
          />
        )}
      </div>
      {change.error && (
        <div className={classes.below}>
          <ErrorNote error={change.error} />
        </div>
      )}
    </li>
  );
}

function Marks({ member: { online, active, seated, twoFactor } }: { member: TeamMember }) {
  const { t } = useTranslation();
  return (
    <span className={classes.marks}>
      {active && !seated && (
        <span data-warn>
          <Icon name="warning" size={14} />
          {t('settings.team.noSeat')}
        </span>
      )}
      {active && seated && (
        <span data-good={online || undefined}>
          <Icon name={online ? 'active' : 'inactive'} size={14} />
          {t(online ? 'settings.team.online' : 'settings.team.offline')}
        </span>
      )}
      {!active && <span>{t('settings.team.inactive')}</span>}
      {twoFactor && (
        <span>
          <Icon name="lock" size={14} />
          {t('settings.team.twoFactor')}
        </span>
      )}
    </span>
  );
}
