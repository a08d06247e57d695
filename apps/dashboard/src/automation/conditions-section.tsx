import { Button } from '@mantine/core';
import type { Condition } from '@vetrina/protocol/automation/conditions';
import type { Conditions } from '@vetrina/protocol/automation/rule';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/reading-page.tsx';
import { Choice } from './choice.tsx';
import { type About, blankCondition } from './condition-kinds.ts';
import { ConditionRow } from './condition-row.tsx';
import classes from './conditions.module.css';
import type { PartProps } from './part-props.ts';
import { replaced, without } from './rule-editing.ts';

interface ConditionsSectionProps<One extends Condition> extends Pick<PartProps, 'notes'> {
  name: 'where' | 'who';
  conditions: { readonly match: Conditions['match']; readonly list: One[] };
  /** What a new condition is about. */
  first: About;
  onChange: (conditions: { match: Conditions['match']; list: One[] }) => void;
}

/** A1, where and who: conditions of which all have to hold, or one. */
export function ConditionsSection<One extends Condition>(props: ConditionsSectionProps<One>) {
  const { name, conditions, first, notes, onChange } = props;
  const { t } = useTranslation();
  const { match, list } = conditions;
  const setList = (changed: Condition[]): void => onChange({ match, list: changed as One[] });
  return (
    <Section title={t(`automation.editor.${name}`)}>
      {list.length === 0 && <p className="hint">{t(`automation.editor.${name}Any`)}</p>}
      {list.length > 1 && (
        <Choice
          label={t('automation.editor.match')}
          isLabelHidden
          value={match}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`automation.editor.${value}`) }))}
          onChange={(changed) => onChange({ match: changed, list })}
        />
      )}
      {list.length > 0 && (
        <ol className={classes.conditions} data-match={match}>
          {list.map((condition, at) => (
            <ConditionRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a condition is told from others by its place only
              key={at}
              place={at + 1}
              field={`${name}.${at}`}
              condition={condition}
              isOfPage={name === 'where'}
              notes={notes}
              onChange={(changed) => setList(replaced<Condition>(list, at, changed))}
              onRemove={() => setList(without<Condition>(list, at))}
            />
          ))}
        </ol>
      )}
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="plus" size={16} />}
          disabled={list.length >= LIMITS.ruleConditions}
          onClick={() => setList([...list, blankCondition(first)])}
        >
          {t(`automation.editor.${name}Add`)}
        </Button>
      </div>
    </Section>
  );
}
