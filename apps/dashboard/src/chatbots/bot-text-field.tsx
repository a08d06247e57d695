import { Textarea } from '@mantine/core';
import { PLACEHOLDERS } from '@vetrina/domain/automation/fill-in';
import { answersGiven } from '@vetrina/domain/chatbots/check-flow';
import type { Flow } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './inspector.module.css';

interface BotTextFieldProps {
  label: string;
  hint?: string;
  value: string;
  flow: Flow;
  /** The text is missing. */
  isWanted?: boolean;
  onChange: (text: string) => void;
}

/** What the bot says: text, and places in it for what is known of the visitor. */
export function BotTextField({ label, hint, value, flow, isWanted = false, onChange }: BotTextFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const places = [...PLACEHOLDERS, ...[...answersGiven(flow.blocks)].map((name) => `answer.${name}`)];
  const insert = (place: string): void => {
    const [from, to] = [field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length];
    onChange(`${value.slice(0, from)}{${place}}${value.slice(to)}`.slice(0, LIMITS.automaticText));
    field.current?.focus();
  };
  return (
    <div className={classes.text}>
      <Textarea
        ref={field}
        label={label}
        description={hint}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={LIMITS.automaticText}
        error={isWanted && value.trim() === '' ? t('chatbots.problems.empty-text') : undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.places}>
        <ul aria-label={t('chatbots.fields.places')}>
          {places.map((place) => (
            <li key={place}>
              <button
                type="button"
                data-hint={t('chatbots.fields.insert')}
                onClick={() => insert(place)}
                translate="no"
              >
                {`{${place}}`}
              </button>
            </li>
          ))}
        </ul>
        <span aria-hidden="true">{LIMITS.automaticText - value.length}</span>
      </div>
    </div>
  );
}
