import { Textarea, TextInput } from '@mantine/core';
import { LIMITS } from '@vetrina/protocol/limits';
import type { VisitorProfile } from '@vetrina/protocol/visitor-details';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { SaveNote } from '../ui/save-note.tsx';
import { useAutosave } from '../ui/use-autosave.ts';
import { useFormat } from '../ui/use-format.ts';
import classes from './visitor-details.module.css';

/** Name, e-mail, phone and the team's note: corrected in place, saved by themselves. */
export function ContactFields({ profile }: { profile: VisitorProfile }) {
  return (
    <div className={classes.fields}>
      <ContactField profile={profile} field="name" />
      <ContactField profile={profile} field="email" />
      <ContactField profile={profile} field="phone" />
      <NoteField profile={profile} />
    </div>
  );
}

interface ContactFieldProps {
  profile: VisitorProfile;
  field: 'name' | 'email' | 'phone';
}

function ContactField({ profile, field }: ContactFieldProps) {
  const { t } = useTranslation();
  const edit = useAutosave(profile[field] ?? '', (text) =>
    call('editVisitor', { params: { visitor: profile.id }, body: { [field]: text.trim() || null } }),
  );
  return (
    <div>
      <TextInput
        size="sm"
        label={t(`details.contact.${field}`)}
        placeholder={t('details.contact.unknown')}
        maxLength={LIMITS[field]}
        value={edit.text}
        onChange={(event) => edit.type(event.currentTarget.value)}
        onBlur={() => void edit.flush()}
        onKeyDown={(event) => event.key === 'Enter' && void edit.flush()}
      />
      <SaveNote state={edit.state} error={edit.error} />
    </div>
  );
}

function NoteField({ profile }: { profile: VisitorProfile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const edit = useAutosave(profile.note, (note) =>
    call('editVisitor', { params: { visitor: profile.id }, body: { note } }),
  );
  const by =
    profile.noteBy && profile.noteAt ? { name: profile.noteBy.name, when: format.dateTime(profile.noteAt) } : null;
  return (
    <div>
      <Textarea
        size="sm"
        label={t('details.contact.note')}
        description={by ? t('details.contact.noteBy', by) : t('details.contact.noteShared')}
        autosize={false}
        rows={3}
        maxLength={LIMITS.note}
        value={edit.text}
        onChange={(event) => edit.type(event.currentTarget.value)}
        onBlur={() => void edit.flush()}
      />
      <SaveNote state={edit.state} error={edit.error} />
    </div>
  );
}
