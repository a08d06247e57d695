import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Session } from '@vetrina/protocol/http/account';
import { LIMITS } from '@vetrina/protocol/limits';
import type { FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { automationQueries } from './automation-queries.ts';
import { ConditionsSection } from './conditions-section.tsx';
import classes from './editor.module.css';
import { LimitsSection } from './limits-section.tsx';
import { MatchingPeople } from './matching-people.tsx';
import { MessagePreview } from './message-preview.tsx';
import { MessageSection } from './message-section.tsx';
import { ruleSentence } from './rule-sentence.ts';
import { ScheduleSection } from './schedule-section.tsx';
import { useFieldNotes } from './use-field-notes.ts';
import type { RuleDrafting } from './use-rule-draft.ts';
import { useSpeech } from './use-speech.ts';
import { WhenSection } from './when-section.tsx';

interface RuleEditorProps {
  drafting: RuleDrafting;
  session: Session;
  mayEdit: boolean;
  /** False while another part of the page is looked at: nobody asks who matches then. */
  isShown: boolean;
}

const NOBODY: never[] = [];

/** A1: when, where, who, schedule and message; beside them what the visitor will see, and who is meant. */
export function RuleEditor({ drafting, session: { account }, mayEdit, isShown }: RuleEditorProps) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const notes = useFieldNotes(drafting);
  const { data: agents = NOBODY } = useQuery(queries.agents);
  const { data: chatbots = NOBODY } = useQuery(automationQueries.chatbots);
  const { draft, set, setLogic, touch, problems } = drafting;
  const part = { draft, set, setLogic, notes, account };
  const isReady = ![...problems.keys()].some((field) => /^wh(?:o|ere)\b/.test(field));
  const onBlur = (event: FocusEvent): void => {
    const field = event.target.closest<HTMLElement>('[data-field]')?.dataset.field;
    if (field !== undefined) touch(field);
  };
  return (
    <>
      <section className={classes.sentence} aria-label={t('automation.editor.inWords')}>
        {ruleSentence(draft.logic, speech)}
      </section>
      <div className={classes.columns}>
        <fieldset className={classes.form} disabled={!mayEdit} onBlur={onBlur}>
          <legend className="visually-hidden">{t('automation.editor.legend')}</legend>
          <div data-field="name" className={classes.name}>
            <TextInput
              label={t('automation.editor.name')}
              description={t('automation.editor.nameText')}
              maxLength={LIMITS.ruleName}
              autoComplete="off"
              error={notes.errorOf('name')}
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
          </div>
          <WhenSection {...part} />
          <ConditionsSection
            name="where"
            conditions={draft.logic.where}
            first="address"
            notes={notes}
            onChange={(where) => setLogic({ where })}
          />
          <ConditionsSection
            name="who"
            conditions={draft.logic.who}
            first="visitor"
            notes={notes}
            onChange={(who) => setLogic({ who })}
          />
          <ScheduleSection {...part} />
          <MessageSection {...part} agents={agents} chatbots={chatbots} />
          <LimitsSection {...part} />
        </fieldset>
        <aside className={classes.aside}>
          <MessagePreview action={draft.action} account={account} agents={agents} />
          {isShown && <MatchingPeople logic={draft.logic} isReady={isReady} />}
        </aside>
      </div>
    </>
  );
}
