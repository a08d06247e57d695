import { Switch, TextInput } from '@mantine/core';
import type { SavedView, ViewAlert, ViewAsks, ViewDraft } from '@vetrina/protocol/http/views';
import { LIMITS } from '@vetrina/protocol/limits';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../ui/action-form.tsx';
import { Caution } from '../ui/caution.tsx';
import { ColorChoice } from '../ui/color-choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { isOutdated, useAddView, useEditView } from './use-view-deeds.ts';
import classes from './view-dialog.module.css';

interface ViewFields {
  readonly draft: ViewDraft;
  readonly alert: ViewAlert;
}

interface NewViewDialogProps {
  asks: ViewAsks;
  isOpen: boolean;
  onSaved: (view: SavedView) => void;
  onClose: () => void;
}

/** SV1: what is on screen gets a name. */
export function NewViewDialog({ asks, isOpen, onSaved, onClose }: NewViewDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('views.save')} isOpen={isOpen} onClose={onClose}>
      <NewViewForm asks={asks} onSaved={onSaved} />
    </Dialog>
  );
}

function NewViewForm({ asks, onSaved }: Pick<NewViewDialogProps, 'asks' | 'onSaved'>) {
  const { t } = useTranslation();
  const [fields, setFields] = useState<ViewFields>({
    draft: { name: '', color: 'teal', shared: false, asks },
    alert: { sound: false, push: false },
  });
  const add = useAddView(onSaved);
  return (
    <ActionForm action={t('views.save')} deed={add} onSubmit={() => add.mutate(fields)}>
      <DraftFields draft={fields.draft} onChange={(draft) => setFields({ ...fields, draft })} />
      <AlertFields alert={fields.alert} onChange={(alert) => setFields({ ...fields, alert })} />
    </ActionForm>
  );
}

interface EditViewDialogProps {
  view: SavedView;
  mayChange: boolean;
  isOpen: boolean;
  onClose: () => void;
}

/** What a view is called, who sees it, and how this agent is told of it; the last is all there is to choose of a colleague's. */
export function EditViewDialog({ view, mayChange, isOpen, onClose }: EditViewDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={mayChange ? t('views.edit') : view.name} isOpen={isOpen} onClose={onClose}>
      <EditViewForm view={view} mayChange={mayChange} onDone={onClose} />
    </Dialog>
  );
}

function EditViewForm({
  view,
  mayChange,
  onDone,
}: Pick<EditViewDialogProps, 'view' | 'mayChange'> & { onDone: () => void }) {
  const { t } = useTranslation();
  const { name, color, shared, asks, alert } = view;
  const [draft, setDraft] = useState<ViewDraft | null>(asks && { name, color, shared, asks });
  const [told, setTold] = useState(alert);
  const edit = useEditView(onDone);
  // Somebody else changed it while this was open: what is saved now is saved knowingly.
  const deed = isOutdated(edit.error) ? { isPending: edit.isPending, error: null } : edit;
  const save = () => {
    const isOther =
      draft !== null && mayChange && (draft.name !== name || draft.color !== color || draft.shared !== shared);
    const isTold = told.sound !== alert.sound || told.push !== alert.push;
    edit.mutate({ view, ...(isOther && { draft }), ...(isTold && { alert: told }) });
  };
  return (
    <ActionForm action={t('settings.save')} deed={deed} onSubmit={save}>
      {draft !== null && mayChange && <DraftFields draft={draft} onChange={setDraft} />}
      <AlertFields alert={told} onChange={setTold} />
      {isOutdated(edit.error) && <Caution>{t('views.outdated')}</Caution>}
    </ActionForm>
  );
}

function DraftFields({ draft, onChange }: { draft: ViewDraft; onChange: (draft: ViewDraft) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('views.name')}
        required
        withAsterisk={false}
        autoFocus
        maxLength={LIMITS.viewName}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <ColorChoice color={draft.color} onChoose={(color) => onChange({ ...draft, color })} />
      <Switch
        label={t('views.share')}
        description={t('views.shareText')}
        checked={draft.shared}
        onChange={(event) => onChange({ ...draft, shared: event.currentTarget.checked })}
      />
    </>
  );
}

/** SV6. */
function AlertFields({ alert, onChange }: { alert: ViewAlert; onChange: (alert: ViewAlert) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.alert}>
      <legend>{t('views.tell')}</legend>
      <Switch
        label={t('views.sound')}
        checked={alert.sound}
        onChange={(event) => onChange({ ...alert, sound: event.currentTarget.checked })}
      />
      <Switch
        label={t('views.push')}
        checked={alert.push}
        onChange={(event) => onChange({ ...alert, push: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
