import { Button, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { Confirm } from '../ui/confirm.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { IdentityRecipe } from './identity-recipe.tsx';
import type { PlaceProps } from './place-props.ts';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';

/** I3: how a website proves who its customer is. */
export function IdentityPage({ session }: PlaceProps) {
  const { t } = useTranslation();
  return (
    <ReadingPage title={t('settings.places.identity')} lead={t('settings.identity.lead')}>
      <Section title={t('settings.identity.secret')} lead={t('settings.identity.secretText')}>
        <Secret />
      </Section>
      <Section title={t('settings.identity.rule')}>
        <Demand isDemanded={session.account.signatureDemanded} />
      </Section>
      <IdentityRecipe />
    </ReadingPage>
  );
}

/** Shown when somebody asks for it, and gone with the page. */
function Secret() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [isShown, setShown] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { data, error, isFetching } = useQuery({ ...settingsQueries.identitySecret, enabled: isShown });
  const renew = useChange(
    () => call('renewIdentitySecret', {}),
    [],
    (answer) => {
      queryClient.setQueryData(settingsQueries.identitySecret.queryKey, answer);
      setShown(true);
      setAsked(false);
    },
  );
  const secrets = isShown ? data : undefined;
  return (
    <>
      {secrets && (
        <>
          <OneSecret name={t('settings.identity.forIds')} secret={secrets.secret} />
          <OneSecret name={t('settings.identity.forTokens')} secret={secrets.tokenSecret} />
        </>
      )}
      <ErrorNote error={error} />
      <div className={classes.buttons}>
        {secrets ? (
          <Button variant="subtle" size="sm" onClick={() => setShown(false)}>
            {t('settings.identity.hide')}
          </Button>
        ) : (
          <Button variant="default" size="sm" loading={isFetching} onClick={() => setShown(true)}>
            {t('settings.identity.show')}
          </Button>
        )}
        <Button variant="subtle" color="red" size="sm" onClick={() => setAsked(true)}>
          {t('settings.identity.renew')}
        </Button>
      </div>
      <Confirm
        title={t('settings.identity.renew')}
        text={t('settings.identity.renewText')}
        action={t('settings.identity.renewAction')}
        isOpen={isAsked}
        isPending={renew.isPending}
        error={renew.error}
        onConfirm={() => renew.mutate()}
        onClose={() => setAsked(false)}
      />
    </>
  );
}

function OneSecret({ name, secret }: { name: string; secret: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.oneSecret}>
      <p className={classes.hint}>{name}</p>
      <code className={classes.secret} translate="no">
        {secret}
      </code>
      <CopyButton text={secret} label={t('settings.identity.copy')} size="xs" />
    </div>
  );
}

function Demand({ isDemanded }: { isDemanded: boolean }) {
  const { t } = useTranslation();
  const demand = useChange(
    (demanded: boolean) => call('demandSignature', { body: { demanded } }),
    [queries.session.queryKey],
  );
  return (
    <>
      <Switch
        label={t('settings.identity.demand')}
        description={t('settings.identity.demandText')}
        checked={demand.isPending ? demand.variables : isDemanded}
        onChange={(event) => demand.mutate(event.currentTarget.checked)}
      />
      <span role="status" className={classes.good}>
        {demand.isSuccess && t('settings.saved')}
      </span>
      <ErrorNote error={demand.error} />
    </>
  );
}
