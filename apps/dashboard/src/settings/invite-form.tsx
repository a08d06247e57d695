import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import { ROLES, type Role } from '@vetrina/protocol/http/account';
import type { Group, Invitation, NewInvitation } from '@vetrina/protocol/http/team';
import type { GroupKey } from '@vetrina/protocol/ids';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, call } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import type { PlaceProps } from './place-props.ts';
import { rolesToGive } from './roles.ts';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';

interface InviteFormProps extends PlaceProps {
  groups: readonly Group[];
  onDone: () => void;
}

/** Whom, as what, for whose visitors; then what became of it: sent, or a link to hand over. */
export function InviteForm({ session: { account, agent }, groups, onDone }: InviteFormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [chosen, setChosen] = useState<GroupKey[]>([]);
  const invite = useChange((body: NewInvitation) => call('invite', { body }), [settingsQueries.invitations.queryKey]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate({ email, role, groups: chosen });
  };
  if (invite.data) return <Invited invitation={invite.data} onDone={onDone} />;
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('account.email')}
        type="email"
        autoComplete="off"
        required
        withAsterisk={false}
        autoFocus
        maxLength={255}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('settings.invite.role')}
        value={role}
        onChange={(value) => setRole(ROLES.find((each) => each === value) ?? 'agent')}
      >
        <div className={classes.modes}>
          {rolesToGive(agent.role).map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`settings.team.${each}`)}
              description={t(`settings.team.${each}Text`)}
            />
          ))}
        </div>
      </Radio.Group>
      {entitled(account.plan, 'groups') ? (
        groups.length > 0 && (
          <Checkbox.Group
            label={t('settings.places.groups')}
            description={t('settings.team.groupsText')}
            value={chosen}
            onChange={(keys) => setChosen(groups.map(({ key }) => key).filter((key) => keys.includes(key)))}
          >
            <div className={classes.modes}>
              {groups.map(({ key, name }) => (
                <Checkbox key={key} value={key} label={name} />
              ))}
            </div>
          </Checkbox.Group>
        )
      ) : (
        <PlanNote plan={cheapestPlanWith('groups')}>{t('settings.groups.why')}</PlanNote>
      )}
      {isMember(invite.error) ? (
        <p role="alert" className={classes.bad}>
          {t('settings.invite.member')}
        </p>
      ) : (
        <ErrorNote error={invite.error} />
      )}
      <Button type="submit" loading={invite.isPending}>
        {t('settings.invite.send')}
      </Button>
    </form>
  );
}

function isMember(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'email_taken';
}

function Invited({ invitation: { email, link }, onDone }: { invitation: Invitation; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.form}>
      <p role="status">{t(link ? 'settings.invite.linkMade' : 'settings.invite.sent', { email })}</p>
      {link && (
        <>
          <code className={classes.secret} translate="no">
            {link}
          </code>
          <CopyButton text={link} label={t('settings.invite.copyLink')} variant="filled" />
        </>
      )}
      <Button variant="default" onClick={onDone}>
        {t('ui.close')}
      </Button>
    </div>
  );
}
