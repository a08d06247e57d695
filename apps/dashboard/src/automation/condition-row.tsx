import { NativeSelect } from '@mantine/core';
import type { Condition } from '@vetrina/protocol/automation/conditions';
import { useTranslation } from 'react-i18next';
import { Caution } from '../ui/caution.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { type About, conditionAbout, PAGE_ABOUTS, VISITOR_ABOUT_GROUPS, VISITOR_ABOUTS } from './condition-kinds.ts';
import { ConditionValue } from './condition-value.tsx';
import { conditionLine } from './condition-words.ts';
import classes from './conditions.module.css';
import type { PartProps } from './part-props.ts';
import { useSpeech } from './use-speech.ts';

interface ConditionRowProps extends Pick<PartProps, 'notes'> {
  /** Counted from 1, as it is called in sentences. */
  place: number;
  field: string;
  condition: Condition;
  isOfPage: boolean;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** What it is about, how it tests, against what. */
export function ConditionRow({ place, field, condition, isOfPage, notes, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const option = (about: About) => ({ value: about, label: t(`automation.about.${about}`) });
  const data = isOfPage
    ? PAGE_ABOUTS.map(option)
    : VISITOR_ABOUT_GROUPS.map((group) => ({
        group: t(`automation.aboutGroups.${group}`),
        items: VISITOR_ABOUTS[group].map(option),
      }));
  const all: readonly About[] = [
    ...PAGE_ABOUTS,
    ...VISITOR_ABOUT_GROUPS.flatMap((group) => [...VISITOR_ABOUTS[group]]),
  ];
  return (
    <li className={classes.condition}>
      <div className={classes.parts}>
        <NativeSelect
          aria-label={t('automation.editor.about', { place })}
          value={condition.about}
          data={data}
          onChange={(event) => {
            const about = all.find((each) => each === event.currentTarget.value);
            if (about) onChange(conditionAbout(condition, about));
          }}
        />
        <ConditionValue
          condition={condition}
          place={place}
          field={field}
          error={notes.errorOf(field)}
          nameError={notes.errorOf(`${field}.name`)}
          onChange={onChange}
        />
      </div>
      <IconButton
        icon="close"
        iconSize={16}
        label={t('automation.editor.remove', { condition: conditionLine(condition, speech) })}
        onClick={onRemove}
      />
      <Caution isSmall>{notes.cautionOf(field)}</Caution>
    </li>
  );
}
