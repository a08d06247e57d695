import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { Trigger } from '@vetrina/protocol/automation/rule';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/reading-page.tsx';
import { DurationField } from './duration-field.tsx';
import classes from './editor.module.css';
import type { PartProps } from './part-props.ts';
import { MOMENTS, withMoment } from './rule-editing.ts';

/** A1, when: what has to happen, and how long after that. */
export function WhenSection({ draft: { logic }, setLogic, notes }: PartProps) {
  const { t } = useTranslation();
  const { when, delay } = logic;
  return (
    <Section title={t('automation.editor.when')}>
      <div className={classes.row}>
        <NativeSelect
          label={t('automation.editor.moment')}
          value={when.on}
          data={MOMENTS.map((on) => ({ value: on, label: t(`automation.moment.${on}`) }))}
          onChange={(event) => {
            const on = MOMENTS.find((each) => each === event.currentTarget.value);
            if (on) setLogic(withMoment(logic, on));
          }}
        />
        <MomentDetail when={when} notes={notes} onChange={(changed) => setLogic({ when: changed })} />
        <DurationField
          label={t('automation.editor.delay')}
          field="delay"
          value={delay}
          error={notes.errorOf('delay')}
          onChange={(seconds) => setLogic({ delay: seconds })}
        />
      </div>
      <p className="hint">{t(`automation.momentText.${when.on}`)}</p>
    </Section>
  );
}

interface MomentDetailProps extends Pick<PartProps, 'notes'> {
  when: Trigger;
  onChange: (when: Trigger) => void;
}

function MomentDetail({ when, notes, onChange }: MomentDetailProps) {
  const { t } = useTranslation();
  switch (when.on) {
    case 'time-on-page':
    case 'time-on-site':
    case 'unanswered':
      return (
        <DurationField
          label={t('automation.editor.forLong')}
          field="seconds"
          value={when.seconds}
          error={notes.errorOf('seconds')}
          onChange={(seconds) => onChange({ ...when, seconds })}
        />
      );
    case 'scrolled':
      return (
        <div data-field="percent">
          <NumberInput
            label={t('automation.editor.percent')}
            suffix="%"
            hideControls
            allowDecimal={false}
            allowNegative={false}
            error={notes.errorOf('percent')}
            value={Number.isNaN(when.percent) ? '' : when.percent}
            onChange={(typed) => onChange({ ...when, percent: typed === '' ? Number.NaN : Number(typed) })}
          />
        </div>
      );
    case 'event':
      return (
        <div data-field="event">
          <TextInput
            label={t('automation.editor.event')}
            maxLength={LIMITS.eventName}
            spellCheck={false}
            autoComplete="off"
            error={notes.errorOf('event')}
            value={when.name}
            onChange={(event) => onChange({ ...when, name: event.currentTarget.value })}
          />
        </div>
      );
    case 'arrival':
    case 'page-opened':
    case 'exit-intent':
    case 'chat-opened':
      return null;
  }
}
