import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Preset } from '@vetrina/protocol/automation/rule';
import type { Session } from '@vetrina/protocol/http/account';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { isAtLeast } from '../settings/roles.ts';
import { ReadingPage } from '../ui/reading-page.tsx';
import { EditorBar } from './editor-bar.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import classes from './page-frame.module.css';
import { newDraft } from './rule-editing.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleHead } from './rule-head.tsx';
import { showFirstProblem } from './show-first-problem.ts';
import { SwitchOnDialog } from './switch-on-dialog.tsx';
import { useKeepRule } from './use-rule-deeds.ts';
import { useRuleDraft } from './use-rule-draft.ts';

const route = getRouteApi('/signed-in/automation/messages/new');

/** `/automation/messages/new?preset=…`: a rule that is kept nowhere before it is saved. It begins switched off. */
export function NewRulePage() {
  const { t } = useTranslation();
  const { preset = null } = route.useSearch();
  const { data: session } = useQuery(queries.session);
  useDocumentTitle(`${t('automation.new')} · Vetrina`);
  if (!session) return null;
  if (!isAtLeast(session.agent.role, 'admin')) {
    return <ReadingPage title={t('automation.new')} lead={t('automation.readOnly')} />;
  }
  return <NewRule key={preset} preset={preset} session={session} />;
}

function NewRule({ preset, session }: { preset: Preset | null; session: Session }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const keepRule = useKeepRule();
  const [isTrying, setTrying] = useState(false);
  const [begin] = useState(() =>
    newDraft(
      preset,
      preset === null
        ? { name: '', text: '' }
        : { name: t(`automation.presets.${preset}.name`), text: t(`automation.presets.${preset}.text`) },
    ),
  );
  const drafting = useRuleDraft(begin, session.account.keptQueryParameters);
  const save = useMutation({
    mutationFn: () => call('addRule', { body: { draft: drafting.draft, preset } }),
    onSuccess: (rule) => {
      keepRule(rule);
      void navigate({
        to: '/automation/messages/$rule/{-$part}',
        params: { rule: rule.id, part: undefined },
        replace: true,
        ignoreBlocker: true,
      });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (drafting.isWrong) showFirstProblem(event.currentTarget, drafting.tellAll);
    else save.mutate();
  };
  return (
    <div className={classes.page}>
      <RuleHead title={t('automation.new')} />
      <form noValidate onSubmit={submit}>
        <RuleEditor drafting={drafting} session={session} mayEdit isShown />
        <EditorBar drafting={drafting} isNew save={save} onTry={() => setTrying(true)} onReset={drafting.reset} />
      </form>
      <LeaveGuard isChanged={drafting.isChanged} isKeptAt={() => false} />
      {isTrying && (
        <SwitchOnDialog
          name={drafting.draft.name}
          of={{ draft: drafting.draft, rule: null }}
          action={null}
          deed={{ isPending: false, error: null }}
          onSwitchOn={() => {}}
          onClose={() => setTrying(false)}
        />
      )}
    </div>
  );
}
