import { NumberInput, Radio, TextInput } from '@mantine/core';
import type { BoxSettings } from '@vetrina/protocol/http/box';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/reading-page.tsx';
import classes from './box.module.css';
import type { BoxPartProps } from './box-part-props.ts';

/** A start that can be read on white pages and on dark ones. */
const COLORS = [DEFAULT_BOX.color, '#1f6feb', '#6941c6', '#c11574', '#b3261e', '#b54708', '#3b7c0f', '#20262d'];

export function BoxLook({ box, set }: BoxPartProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.box.look')}>
      <ColorField color={box.color} onChange={(color) => set({ color })} />
      <Radio.Group
        label={t('settings.box.side')}
        value={box.side}
        onChange={(side) => set({ side: side === 'left' ? 'left' : 'right' })}
      >
        <div className={classes.inline}>
          <Radio value="left" label={t('settings.box.left')} />
          <Radio value="right" label={t('settings.box.right')} />
        </div>
      </Radio.Group>
      <div className={classes.numbers}>
        <PixelField
          name="offsetX"
          label={t(box.side === 'left' ? 'settings.box.fromLeft' : 'settings.box.fromRight')}
          max={500}
          box={box}
          set={set}
        />
        <PixelField name="offsetY" label={t('settings.box.fromBottom')} max={500} box={box} set={set} />
        <PixelField name="zIndex" label={t('settings.box.zIndex')} max={2_147_483_647} box={box} set={set} />
      </div>
    </Section>
  );
}

interface PixelFieldProps {
  name: 'offsetX' | 'offsetY' | 'zIndex';
  label: string;
  max: number;
  box: BoxSettings;
  set: BoxPartProps['set'];
}

function PixelField({ name, label, max, box, set }: PixelFieldProps) {
  return (
    <NumberInput
      label={label}
      hideControls
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      min={0}
      max={max}
      value={box[name]}
      onChange={(value) => set({ [name]: Number(value) || 0 })}
    />
  );
}

interface ColorFieldProps {
  color: string;
  onChange: (color: string) => void;
}

/** Swatches to begin with, the browser's own chooser, and the code for who has one. */
function ColorField({ color, onChange }: ColorFieldProps) {
  const { t } = useTranslation();
  const group = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const choose = (chosen: string): void => {
    setTyped(null);
    onChange(chosen);
  };
  const type = (text: string): void => {
    const full = text.startsWith('#') ? text : `#${text}`;
    const isColor = /^#[0-9a-f]{6}$/i.test(full);
    setTyped(isColor ? null : text);
    if (isColor) onChange(full.toLowerCase());
  };
  return (
    <fieldset className={classes.color}>
      <legend>{t('settings.box.color')}</legend>
      <div className={classes.swatches}>
        {COLORS.map((each) => (
          <label key={each} style={{ background: each }}>
            <input type="radio" name={group} aria-label={each} checked={color === each} onChange={() => choose(each)} />
          </label>
        ))}
      </div>
      <div className={classes.inline}>
        <input
          type="color"
          aria-label={t('settings.box.chooseColor')}
          value={color}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          aria-label={t('settings.box.colorCode')}
          value={typed ?? color}
          maxLength={7}
          spellCheck={false}
          error={typed !== null && t('settings.box.badColor')}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
        />
      </div>
    </fieldset>
  );
}
