import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Agent } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { SaveNote } from '../ui/save-note.tsx';
import { useAutosave } from '../ui/use-autosave.ts';
import { PasswordForm } from './password-form.tsx';
import { PhotoField } from './photo-field.tsx';
import type { PlaceProps } from './place-props.ts';
import { SecondFactor } from './second-factor.tsx';

/** Who one is to colleagues and visitors, and how one signs in. */
export function ProfilePage({ session: { agent } }: PlaceProps) {
  const { t } = useTranslation();
  const takeOver = useTakeOver();
  return (
    <ReadingPage title={t('settings.places.profile')} lead={t('settings.profile.lead')}>
      <Section title={t('settings.profile.who')}>
        <PhotoField agent={agent} onSaved={takeOver} />
        <NameField agent={agent} onSaved={takeOver} />
        <TextInput
          label={t('account.email')}
          description={t('settings.profile.emailText')}
          value={agent.email}
          readOnly
          variant="filled"
        />
      </Section>
      <Section title={t('account.password')}>
        <PasswordForm email={agent.email} />
      </Section>
      <SecondFactor />
    </ReadingPage>
  );
}

/** The session and the team's list show the person as just saved. */
function useTakeOver(): (agent: Agent) => void {
  const queryClient = useQueryClient();
  return (agent) => {
    queryClient.setQueryData(queries.session.queryKey, (before) => before && { ...before, agent });
    void queryClient.invalidateQueries({ queryKey: queries.agents.queryKey });
  };
}

function NameField({ agent, onSaved }: { agent: Agent; onSaved: (agent: Agent) => void }) {
  const { t } = useTranslation();
  const edit = useAutosave(agent.name, async (text) => {
    const name = text.trim();
    if (name !== '') onSaved(await call('editProfile', { body: { name } }));
  });
  const isEmpty = edit.text.trim() === '';
  return (
    <div>
      <TextInput
        label={t('account.name')}
        autoComplete="name"
        maxLength={100}
        value={edit.text}
        error={isEmpty && t('settings.profile.nameMissing')}
        onChange={(event) => edit.type(event.currentTarget.value)}
        onBlur={() => void edit.flush()}
        onKeyDown={(event) => event.key === 'Enter' && void edit.flush()}
      />
      {!isEmpty && <SaveNote state={edit.state} error={edit.error} />}
    </div>
  );
}
