import { Switch } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { Session } from '@vetrina/protocol/http/account';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { isAtLeast } from '../settings/roles.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ReadingPage } from '../ui/reading-page.tsx';
import { automationQueries } from './automation-queries.ts';
import { EditorBar } from './editor-bar.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import classes from './page-frame.module.css';
import { ResultsView } from './results-view.tsx';
import { RULE_PARTS, type RulePart, readPart, writePart } from './rule-address.ts';
import { draftOf } from './rule-editing.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleHead } from './rule-head.tsx';
import { RulePeople } from './rule-people.tsx';
import { showFirstProblem } from './show-first-problem.ts';
import { SwitchOnDialog } from './switch-on-dialog.tsx';
import { useKeepRule, useSwitchRule } from './use-rule-deeds.ts';
import { useRuleDraft } from './use-rule-draft.ts';

const route = getRouteApi('/signed-in/automation/messages/$rule/{-$part}');

/** `/automation/messages/<rule>`: one rule, what came of it, and whom it concerns now. */
export function RulePage() {
  const { t } = useTranslation();
  const { rule: id, part } = route.useParams();
  const { data: session } = useQuery(queries.session);
  const rules = useQuery(automationQueries.rules);
  const rule = rules.data?.find((each) => each.id === id);
  if (!session) return null;
  if (rule) return <OneRule key={rule.id} rule={rule} part={readPart(part)} session={session} />;
  if (rules.data) return <ReadingPage title={t('shell.lost.title')} lead={t('shell.lost.lead')} />;
  return (
    <div className={classes.page}>{rules.isError ? <NotRead query={rules} /> : <Bones heights={[40, 180, 180]} />}</div>
  );
}

interface OneRuleProps {
  rule: Rule;
  part: RulePart;
  session: Session;
}

function OneRule({ rule, part, session }: OneRuleProps) {
  const { t } = useTranslation();
  const { agent, account } = session;
  const mayEdit = isAtLeast(agent.role, 'admin');
  const drafting = useRuleDraft(draftOf(rule), account.keptQueryParameters);
  const deeds = useDeeds(rule, drafting);
  useDocumentTitle(`${rule.name} · Vetrina`);
  return (
    <div className={classes.page}>
      <RuleHead title={rule.name}>
        <Switch
          label={t(rule.isOn ? 'automation.switch.isOn' : 'automation.switch.isOff')}
          checked={rule.isOn}
          disabled={!mayEdit}
          onChange={(event) => deeds.turn(event.currentTarget.checked)}
        />
      </RuleHead>
      <nav className={classes.tabs} aria-label={t('automation.parts.label')}>
        {RULE_PARTS.map((each) => (
          <Link
            key={each}
            to="/automation/messages/$rule/{-$part}"
            params={{ rule: rule.id, part: writePart(each) }}
            activeOptions={{ exact: true }}
            className={classes.tab}
          >
            {t(`automation.parts.${each}`)}
          </Link>
        ))}
      </nav>
      {!entitled(account.plan, 'automatic-messages') && (
        <PlanNote plan={cheapestPlanWith('automatic-messages')}>{t('automation.planWhy')}</PlanNote>
      )}
      {deeds.task === null && <ErrorNote error={deeds.toggle.error} />}
      {part === 'results' && <ResultsView rule={rule} />}
      {part === 'people' && <RulePeople rule={rule} />}
      {/* Kept while another part is looked at, with all that is not saved. */}
      <form noValidate hidden={part !== 'message'} onSubmit={deeds.submit}>
        {!mayEdit && <p className="hint">{t('automation.readOnly')}</p>}
        <RuleEditor drafting={drafting} session={session} mayEdit={mayEdit} isShown={part === 'message'} />
        {mayEdit && (
          <EditorBar
            drafting={drafting}
            isNew={false}
            settle={deeds.settle}
            save={deeds.save}
            onTry={() => deeds.setTask('try')}
            onReset={drafting.reset}
          />
        )}
      </form>
      <LeaveGuard isChanged={drafting.isChanged} isKeptAt={(pathname) => pathname.split('/').includes(rule.id)} />
      {deeds.task && (
        <SwitchOnDialog
          name={rule.name}
          of={{ draft: drafting.draft, rule: rule.id }}
          action={
            deeds.task === 'try' ? null : t(drafting.isChanged ? 'automation.switch.saveAndOn' : 'automation.switch.on')
          }
          deed={deeds.switching}
          onSwitchOn={deeds.switchOn}
          onClose={deeds.closeTask}
        />
      )}
    </div>
  );
}

/** What can be done with the rule that is open: saved, tried, switched. */
function useDeeds(rule: Rule, drafting: ReturnType<typeof useRuleDraft>) {
  const { draft, isChanged, isWrong, tellAll, keep } = drafting;
  const [task, setTask] = useState<'try' | 'switch-on' | null>(null);
  const keepRule = useKeepRule();
  const queryClient = useQueryClient();
  // Of what is being edited: the list may have been read anew since.
  const [begunAt, setBegunAt] = useState(rule.changedAt);
  const take = (kept: Rule): void => {
    keepRule(kept);
    setBegunAt(kept.changedAt);
    keep(draftOf(kept));
  };
  const save = useMutation({
    mutationFn: (changedAt: number) => call('editRule', { params: { rule: rule.id }, body: { draft, changedAt } }),
    onSuccess: take,
  });
  const toggle = useSwitchRule(() => setTask(null));
  const switching = useMutation({
    mutationFn: async () => {
      if (isChanged) await save.mutateAsync(begunAt);
      await toggle.mutateAsync({ rule: rule.id, isOn: true });
    },
  });
  /** Whose it is when somebody else has saved meanwhile. A rule that is gone by now leaves the screen. */
  const settle = async (whose: 'theirs' | 'ours'): Promise<void> => {
    const rules = await queryClient.fetchQuery({ ...automationQueries.rules, staleTime: 0 });
    const theirs = rules.find(({ id }) => id === rule.id);
    if (theirs === undefined) return;
    if (whose === 'ours') return void (await save.mutateAsync(theirs.changedAt));
    take(theirs);
    save.reset();
  };
  return {
    settle,
    task,
    setTask,
    save,
    toggle,
    switching,
    submit(event: FormEvent): void {
      event.preventDefault();
      if (isWrong) showFirstProblem(event.currentTarget, tellAll);
      else save.mutate(begunAt);
    },
    turn(isOn: boolean): void {
      if (!isOn) toggle.mutate({ rule: rule.id, isOn: false });
      else if (isWrong) tellAll();
      else setTask('switch-on');
    },
    switchOn: () => switching.mutate(),
    closeTask(): void {
      switching.reset();
      toggle.reset();
      setTask(null);
    },
  };
}
