import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { Section } from '../ui/reading-page.tsx';
import { PasswordAgain } from './password-again.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';

type Task = 'none' | 'set-up' | 'remove';

/** T1: a second factor beside the password: on, off, and the ways between. */
export function SecondFactor() {
  const { t } = useTranslation();
  const query = useQuery(settingsQueries.secondFactor);
  const { data } = query;
  const [task, setTask] = useState<Task>('none');
  const done = (): void => setTask('none');
  return (
    <Section title={t('settings.secondFactor.title')} lead={t('settings.secondFactor.lead')}>
      {query.isError && <NotRead query={query} />}
      {query.isPending && <Bones heights={[36]} />}
      {data && (
        <div className={classes.state}>
          <p data-good={data.on || undefined}>
            <Icon name={data.on ? 'check' : 'warning'} />
            {t(data.on ? 'settings.secondFactor.on' : 'settings.secondFactor.off')}
          </p>
          {data.on ? (
            <Button variant="default" size="sm" onClick={() => setTask('remove')}>
              {t('settings.secondFactor.remove')}
            </Button>
          ) : (
            <Button size="sm" onClick={() => setTask('set-up')}>
              {t('settings.secondFactor.setUp')}
            </Button>
          )}
        </div>
      )}
      <Dialog title={t('settings.secondFactor.setUp')} isOpen={task === 'set-up'} wide onClose={done}>
        <SecondFactorSetup onDone={done} />
      </Dialog>
      <Dialog title={t('settings.secondFactor.remove')} isOpen={task === 'remove'} onClose={done}>
        <Removal onDone={done} />
      </Dialog>
    </Section>
  );
}

function Removal({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useChange(
    (password: string) => call('removeSecondFactor', { body: { password } }),
    [settingsQueries.secondFactor.queryKey],
    onDone,
  );
  return (
    <PasswordAgain
      lead={t('settings.secondFactor.removeLead')}
      action={t('settings.secondFactor.remove')}
      deed={remove}
      onSubmit={(password) => remove.mutate(password)}
    />
  );
}
