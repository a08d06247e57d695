import { Button, Checkbox } from '@mantine/core';
import type { Group } from '@vetrina/protocol/http/team';
import type { GroupKey } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { Caution } from '../ui/caution.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popup } from '../ui/popup.tsx';
import classes from './settings.module.css';

interface GroupChoiceProps {
  label: string;
  groups: readonly Group[];
  value: readonly GroupKey[];
  onChange: (groups: GroupKey[]) => void;
}

/** Which groups somebody belongs to, behind a button that names them. None: everybody's visitors. */
export function GroupChoice({ label, groups, value, onChange }: GroupChoiceProps) {
  const { t } = useTranslation();
  const names = groups.filter(({ key }) => value.includes(key)).map(({ name }) => name);
  const words = names.length === 0 ? t('settings.team.allVisitors') : names.join(', ');
  return (
    <Popup
      label={label}
      width={260}
      button={(button) => (
        <Button
          {...button}
          variant="default"
          size="sm"
          className={classes.choice}
          rightSection={<Icon name="expand" size={14} />}
          aria-label={`${label}: ${words}`}
        >
          {words}
        </Button>
      )}
    >
      {() => (
        <div className={classes.checks}>
          <p className={classes.hint}>{t('settings.team.groupsText')}</p>
          {groups.map(({ key, name }) => (
            <Checkbox
              key={key}
              label={name}
              checked={value.includes(key)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...value, key] : value.filter((each) => each !== key))
              }
            />
          ))}
          <Caution>{value.length === 1 && t('settings.team.lastGroup')}</Caution>
        </div>
      )}
    </Popup>
  );
}
