import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { answersGiven } from '@vetrina/domain/chatbots/check-flow';
import { type BlockOf, type Flow, type Pick, WEBHOOK_FACTS } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AnswerNameField } from './answer-name-field.tsx';
import type { FieldsProps } from './fields-props.ts';
import classes from './inspector.module.css';

const HTTPS = 'https://';
/** A path into JSON is the same in every language. */
const EXAMPLE = 'order.status';

export function WebhookFields({ block, flow, onChange }: FieldsProps<BlockOf<'webhook'>> & { flow: Flow }) {
  const { t } = useTranslation();
  const isHttps = /^https:\/\/./i.test(block.address);
  return (
    <>
      <TextInput
        label={t('chatbots.fields.address')}
        description={t('chatbots.fields.addressText')}
        type="url"
        inputMode="url"
        placeholder={HTTPS}
        maxLength={LIMITS.url}
        error={isHttps ? undefined : t('chatbots.problems.address-not-https')}
        value={block.address}
        onChange={(event) => onChange({ ...block, address: event.currentTarget.value.trim() }, 'address')}
      />
      <SentFields block={block} flow={flow} onChange={onChange} />
      <PickFields block={block} onChange={onChange} />
      <NumberInput
        label={t('chatbots.fields.timeout')}
        min={1}
        max={20}
        clampBehavior="strict"
        allowDecimal={false}
        value={block.timeoutSeconds}
        onChange={(timeoutSeconds) =>
          typeof timeoutSeconds === 'number' && timeoutSeconds >= 1 && onChange({ ...block, timeoutSeconds }, 'timeout')
        }
      />
    </>
  );
}

/** What of the visitor and of their answers is sent along. */
function SentFields({ block, flow, onChange }: FieldsProps<BlockOf<'webhook'>> & { flow: Flow }) {
  const { t } = useTranslation();
  const given = [...new Set([...answersGiven(flow.blocks), ...block.answers])];
  const switched = <One extends string>(list: readonly One[], one: One, isOn: boolean): One[] =>
    isOn ? [...list, one] : list.filter((other) => other !== one);
  return (
    <fieldset className={classes.group}>
      <legend>{t('chatbots.fields.sends')}</legend>
      <div className={classes.checks}>
        {WEBHOOK_FACTS.map((fact) => (
          <Checkbox
            key={fact}
            size="xs"
            label={t(`chatbots.facts.${fact}`)}
            checked={block.facts.includes(fact)}
            onChange={(event) =>
              onChange({ ...block, facts: switched(block.facts, fact, event.currentTarget.checked) })
            }
          />
        ))}
        {given.map((name) => (
          <Checkbox
            key={`answer ${name}`}
            size="xs"
            label={t('chatbots.fields.answer', { name })}
            checked={block.answers.includes(name)}
            onChange={(event) =>
              onChange({ ...block, answers: switched(block.answers, name, event.currentTarget.checked) })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What is taken from the answer. */
function PickFields({ block, onChange }: FieldsProps<BlockOf<'webhook'>>) {
  const { t } = useTranslation();
  const { picks } = block;
  const change = (index: number, pick: Pick): void =>
    onChange({ ...block, picks: picks.map((one, at) => (at === index ? pick : one)) }, `pick ${index}`);
  return (
    <fieldset className={classes.group}>
      <legend>{t('chatbots.fields.picks')}</legend>
      <p className="hint">{t('chatbots.fields.picksText')}</p>
      {picks.map((pick, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are what they are by their place, two may say the same
        <div key={index} className={classes.line}>
          <PathField value={pick.path} onChange={(path) => change(index, { ...pick, path })} />
          <AnswerNameField
            label={t('chatbots.fields.pickAs')}
            hideLabel
            value={pick.keepAs}
            onChange={(keepAs) => change(index, { ...pick, keepAs })}
          />
          <IconButton
            icon="remove"
            label={t('chatbots.fields.removePick', { path: pick.path })}
            onClick={() => onChange({ ...block, picks: picks.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="plus" size={16} />}
        disabled={picks.length >= LIMITS.picks}
        onClick={() => onChange({ ...block, picks: [...picks, { path: 'status', keepAs: 'status' }] })}
      >
        {t('chatbots.fields.addPick')}
      </Button>
    </fieldset>
  );
}

/** Keeps what is typed; only what is a path is taken over. */
function PathField({ value, onChange }: { value: string; onChange: (path: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      aria-label={t('chatbots.fields.path')}
      placeholder={EXAMPLE}
      spellCheck={false}
      maxLength={LIMITS.pickPath}
      value={typed}
      onBlur={() => setTyped(value)}
      onChange={(event) => {
        const path = event.currentTarget.value;
        setTyped(path);
        if (/^[^.\s]+(?:\.[^.\s]+)*$/.test(path)) onChange(path);
      }}
    />
  );
}
