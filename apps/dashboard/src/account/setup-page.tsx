import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import type { SignUp } from '@vetrina/protocol/http/sign-in';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useSaveAccount } from '../api/use-save-account.ts';
import { FeedProvider } from '../feed/use-feed.tsx';
import { InstallStatus } from '../install/install-status.tsx';
import { SnippetBox } from '../install/snippet-box.tsx';
import { DomainsField } from '../settings/domains-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { StandalonePage } from '../ui/standalone-page.tsx';
import classes from './account.module.css';
import { OwnerForm } from './owner-form.tsx';

type Step = 'owner' | 'domains' | 'snippet';
const STEPS: readonly Step[] = ['owner', 'domains', 'snippet'];

/** The first run: who owns this server, which website it is for, and the snippet. */
export function SetupPage() {
  const { t } = useTranslation();
  const setup = useQuery(queries.setup);
  const [step, setStep] = useState<Step>('owner');
  if (step === 'owner' && setup.data?.firstRun === false) return <Navigate to="/sign-in" />;
  const number = STEPS.indexOf(step) + 1;
  return (
    <StandalonePage
      title={t(`account.setup.${step}.title`)}
      lead={t(`account.setup.${step}.lead`)}
      wide={step !== 'owner'}
    >
      <p className={classes.progress}>
        <span>{t('account.setup.title')}</span> <span>{t('account.setup.progress', { step: number })}</span>
        <progress value={number} max={STEPS.length} aria-label={t('account.setup.title')} />
      </p>
      {step === 'owner' && <OwnerStep codeWanted={setup.data?.codeWanted ?? false} onDone={() => setStep('domains')} />}
      {step === 'domains' && <DomainsStep onDone={() => setStep('snippet')} />}
      {step === 'snippet' && <SnippetStep />}
    </StandalonePage>
  );
}

function OwnerStep({ codeWanted, onDone }: { codeWanted: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [setupCode, setSetupCode] = useState('');
  const create = useMutation({
    mutationFn: (owner: SignUp) =>
      call('firstRun', { body: codeWanted ? { ...owner, setupCode: setupCode.trim() } : owner }),
    onSuccess: (session) => {
      queryClient.setQueryData(queries.session.queryKey, session);
      onDone();
    },
  });
  return (
    <OwnerForm
      submitLabel={t('account.setup.owner.submit')}
      deed={create}
      onSubmit={(owner) => create.mutate(owner)}
      before={
        codeWanted && (
          <TextInput
            label={t('account.setup.code')}
            description={t('account.setup.codeText')}
            value={setupCode}
            onChange={(event) => setSetupCode(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            required
            withAsterisk={false}
            maxLength={32}
          />
        )
      }
    />
  );
}

function DomainsStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [domains, setDomains] = useState<string[]>([]);
  const save = useSaveAccount(onDone);
  return (
    <div className={classes.form}>
      <DomainsField value={domains} onChange={setDomains} />
      <ErrorNote error={save.error} />
      <div className={classes.row}>
        <Button
          size="md"
          loading={save.isPending}
          disabled={domains.length === 0}
          onClick={() => save.mutate({ allowedDomains: domains })}
        >
          {t('account.setup.domains.submit')}
        </Button>
        <Button size="md" variant="subtle" onClick={onDone}>
          {t('account.setup.domains.skip')}
        </Button>
      </div>
    </div>
  );
}

function SnippetStep() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: session } = useQuery(queries.session);
  const { data: installation } = useQuery(queries.installation);
  const isSeen = (installation?.seenAt ?? null) !== null;
  return (
    <FeedProvider>
      {session && <SnippetBox accountKey={session.account.key} />}
      <InstallStatus />
      <Button size="md" variant={isSeen ? 'filled' : 'subtle'} onClick={() => void navigate({ to: '/visitors' })}>
        {t(isSeen ? 'account.setup.snippet.done' : 'account.setup.snippet.skip')}
      </Button>
    </FeedProvider>
  );
}
