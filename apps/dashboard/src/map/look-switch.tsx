import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import type { Look } from '../visitors/view-address.ts';
import classes from './look-switch.module.css';

const LOOKS = [
  { look: 'list', icon: 'rows' },
  { look: 'map', icon: 'globe' },
] as const;

/** D3: two ways of looking at the same people. */
export function LookSwitch({ look, onLook }: { look: Look; onLook: (look: Look) => void }) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('desk.map.look')} className={classes.group}>
      {LOOKS.map(({ look: each, icon }) => (
        <IconButton
          key={each}
          icon={icon}
          label={t(`desk.map.${each}`)}
          hint={t(`desk.map.${each}`)}
          isPressed={each === look}
          className={classes.choice}
          onClick={() => onLook(each)}
        />
      ))}
    </div>
  );
}
