import { boxOnPlan } from '@vetrina/domain/plan-box';
import type { BoxSettings } from '@vetrina/protocol/http/box';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveAccount } from '../api/use-save-account.ts';
import { ReadingPage } from '../ui/reading-page.tsx';
import classes from './box.module.css';
import { BoxBehaviour } from './box-behaviour.tsx';
import { BoxForm } from './box-form.tsx';
import { BoxLook } from './box-look.tsx';
import { BoxPreview } from './box-preview.tsx';
import { BoxTexts } from './box-texts.tsx';
import type { PlaceProps } from './place-props.ts';
import { SaveBar } from './save-bar.tsx';

/** C1: how the chat box looks, what it says and what it asks; visitors see it as soon as it is saved. */
export function BoxPage({ session }: PlaceProps) {
  const { t } = useTranslation();
  const { account } = session;
  const [box, setBox] = useState(account.box);
  const save = useSaveAccount((saved) => setBox(saved.box));
  const set = (changes: Partial<BoxSettings>): void => {
    save.reset();
    setBox({ ...box, ...changes });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ box });
  };
  const part = { session, box, set };
  return (
    <ReadingPage title={t('settings.places.box')} lead={t('settings.box.lead')} wide>
      <div className={classes.columns}>
        <form onSubmit={submit} className={classes.form}>
          <BoxLook {...part} />
          <BoxTexts {...part} />
          <BoxForm {...part} />
          <BoxBehaviour {...part} />
          <SaveBar isChanged={JSON.stringify(box) !== JSON.stringify(account.box)} isDisabled={false} save={save} />
        </form>
        <BoxPreview box={boxOnPlan(box, account.plan)} name={account.name} agent={session.agent} />
      </div>
    </ReadingPage>
  );
}
