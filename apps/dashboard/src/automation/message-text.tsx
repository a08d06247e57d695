import { Textarea } from '@mantine/core';
import { PLACEHOLDERS, type Placeholder } from '@vetrina/domain/automation/fill-in';
import { LIMITS } from '@vetrina/protocol/limits';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { insertedAt } from './insert-text.ts';
import classes from './message-text.module.css';

interface MessageTextProps {
  text: string;
  error: string | false;
  onChange: (text: string) => void;
}

/** The words of a message; what is known of the visitor is put in by buttons. */
export function MessageText({ text, error, onChange }: MessageTextProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLTextAreaElement>(null);
  const insert = (place: Placeholder): void => {
    const { current } = box;
    if (!current) return;
    const piece = `{${place}|${t(`automation.fallbacks.${place}`)}}`;
    const next = insertedAt(text, piece, [current.selectionStart, current.selectionEnd]);
    onChange(next.text);
    requestAnimationFrame(() => {
      current.focus();
      current.setSelectionRange(next.cursor, next.cursor);
    });
  };
  return (
    <div data-field="text" className={classes.message}>
      <Textarea
        ref={box}
        label={t('automation.editor.text')}
        rows={4}
        error={error}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.under}>
        <div role="group" aria-label={t('automation.editor.insert')}>
          <span aria-hidden="true">{t('automation.editor.insert')}</span>
          {PLACEHOLDERS.map((place) => (
            <button key={place} type="button" onClick={() => insert(place)}>
              {t(`automation.places.${place}`)}
            </button>
          ))}
        </div>
        <span className={classes.counter} data-over={text.length > LIMITS.automaticText || undefined}>
          {t('automation.editor.counter', {
            number: format.number(text.length),
            most: format.number(LIMITS.automaticText),
          })}
        </span>
      </div>
    </div>
  );
}
