import { Link } from '@tanstack/react-router';
import { PRESETS, type Preset } from '@vetrina/protocol/automation/rule';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import classes from './preset-choice.module.css';

const SIGNS: Readonly<Record<Preset, IconName>> = {
  'first-visit': 'first-visit',
  returning: 'returning',
  busy: 'clock',
  offline: 'offline',
  news: 'bell',
  'first-order': 'tag',
};

/** A1: six rules to begin with, or an empty one. Each opens in the editor; nothing is kept before it is saved. */
export function PresetChoice() {
  const { t } = useTranslation();
  return (
    <ul className={classes.presets}>
      {PRESETS.map((preset) => (
        <li key={preset}>
          <Link to="/automation/messages/new" search={{ preset }}>
            <Icon name={SIGNS[preset]} size={20} />
            <span>
              <strong>{t(`automation.presets.${preset}.name`)}</strong>
              <small>{t(`automation.presets.${preset}.about`)}</small>
            </span>
          </Link>
        </li>
      ))}
      <li>
        <Link to="/automation/messages/new" search={{}}>
          <Icon name="plus" size={20} />
          <span>
            <strong>{t('automation.begin.scratch')}</strong>
            <small>{t('automation.begin.scratchText')}</small>
          </span>
        </Link>
      </li>
    </ul>
  );
}
