import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../shortcuts/key-caps.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Command } from './command.ts';
import classes from './palette.module.css';
import type { Marks, Ranked, RankedGroup } from './rank.ts';

export const optionId = (command: string): string => `palette-${command.replaceAll(' ', '-')}`;

interface PaletteListProps {
  id: string;
  groups: readonly RankedGroup[];
  active: Command | null;
  onChoose: (command: Command) => void;
}

/** A listbox of groups (WAI-ARIA): the focus stays in the field, which names the active option. Where nothing fits there is no list. */
export function PaletteList({ id, groups, active, onChoose }: PaletteListProps) {
  const { t } = useTranslation();
  useEffect(() => {
    if (active) document.getElementById(optionId(active.id))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (groups.length === 0) {
    return (
      <div className={classes.list}>
        <p className={classes.none}>{t('desk.palette.none')}</p>
      </div>
    );
  }
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('desk.palette.open')}
      className={classes.list}
      // A press on an option must not take the focus out of the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ group, items }) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`} className={classes.group}>
          <div id={`${id}-${group}`} className={classes.title} role="presentation">
            {t(`desk.palette.groups.${group}`)}
          </div>
          {items.map((item) => (
            <Option
              key={item.command.id}
              item={item}
              isActive={item.command.id === active?.id}
              onChoose={() => onChoose(item.command)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  item: Ranked;
  isActive: boolean;
  onChoose: () => void;
}

function Option({ item: { command, marks }, isActive, onChoose }: OptionProps) {
  const { id, icon, title, hint, keys } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field takes the active option
    <div
      id={optionId(id)}
      role="option"
      aria-selected={isActive}
      className={classes.option}
      data-status={icon}
      onClick={onChoose}
    >
      <Icon name={icon} size={18} />
      <span className={classes.words}>
        <span className={classes.name}>
          <Marked text={title} marks={marks} />
        </span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
      {keys && <KeyCaps keys={keys} />}
    </div>
  );
}

/** The letters that were typed stand out. */
function Marked({ text, marks }: { text: string; marks: Marks }) {
  let end = 0;
  const parts = marks.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
