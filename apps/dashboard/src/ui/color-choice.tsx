import { TAG_COLORS } from '@vetrina/protocol/http/conversations';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './color-choice.module.css';

type Color = (typeof TAG_COLORS)[number];

/** One of the few colours that tags and views may have. */
export function ColorChoice({ color, onChoose }: { color: Color; onChoose: (color: Color) => void }) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className={classes.choice}>
      <legend>{t('settings.tags.color')}</legend>
      {TAG_COLORS.map((each) => (
        <label key={each} data-hint={t(`settings.tags.colors.${each}`)}>
          <input
            type="radio"
            name={group}
            checked={color === each}
            aria-label={t(`settings.tags.colors.${each}`)}
            onChange={() => onChoose(each)}
          />
          <span className={classes.dot} data-color={each} />
        </label>
      ))}
    </fieldset>
  );
}
