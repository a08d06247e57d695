import { Button, Checkbox } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popup } from '../ui/popup.tsx';
import classes from './column-chooser.module.css';
import { type ColumnId, choosableColumns, moveColumn, toggleColumn } from './column-set.ts';
import { useColumnName } from './use-column-name.ts';
import type { Columns } from './use-columns.ts';

/** V3: which columns, in which order; by keyboard and by dragging. */
export function ColumnChooser({ columns }: { columns: Columns }) {
  const { t } = useTranslation();
  return (
    <Popup
      label={t('visitors.chooser.open')}
      width={320}
      button={(button) => (
        <IconButton {...button} icon="columns" label={t('visitors.chooser.open')} hint={t('visitors.chooser.open')} />
      )}
    >
      {() => (
        <>
          <div className={classes.top}>
            <h2>{t('visitors.chooser.title')}</h2>
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={columns.isStandard}
              onClick={() => columns.choose(null)}
            >
              {t('visitors.chooser.reset')}
            </Button>
          </div>
          <ColumnList columns={columns} />
          {columns.failed && <p role="alert">{t('visitors.chooser.failed')}</p>}
        </>
      )}
    </Popup>
  );
}

function ColumnList({ columns }: { columns: Columns }) {
  const { shown, variables, choose } = columns;
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  const drop = (event: DragEvent, onto: number): void => {
    event.preventDefault();
    if (dragged) choose(moveColumn(shown, dragged, onto));
    setDragged(null);
  };
  return (
    <ul className={classes.list}>
      {choosableColumns(shown, variables).map((column, index) => (
        <li
          key={column}
          className={classes.item}
          draggable={column !== 'visitor' && index < shown.length}
          onDragStart={() => setDragged(column)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => dragged && index < shown.length && event.preventDefault()}
          onDrop={(event) => drop(event, index)}
        >
          <ColumnChoice column={column} index={index} shown={shown} choose={choose} />
        </li>
      ))}
    </ul>
  );
}

interface ColumnChoiceProps {
  column: ColumnId;
  index: number;
  shown: readonly ColumnId[];
  choose: (columns: readonly ColumnId[]) => void;
}

function ColumnChoice({ column, index, shown, choose }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const name = useColumnName()(column);
  const isShown = index < shown.length;
  const canMove = isShown && column !== 'visitor';
  return (
    <>
      <span className={classes.grip} data-idle={!canMove || undefined}>
        <Icon name="grip" size={16} />
      </span>
      <Checkbox
        className={classes.choice}
        label={name}
        checked={isShown}
        disabled={column === 'visitor'}
        onChange={() => choose(toggleColumn(shown, column))}
      />
      {canMove && (
        <>
          <IconButton
            icon="up"
            iconSize={14}
            label={t('visitors.chooser.up', { column: name })}
            size="sm"
            disabled={index <= 1}
            onClick={() => choose(moveColumn(shown, column, index - 1))}
          />
          <IconButton
            icon="down"
            iconSize={14}
            label={t('visitors.chooser.down', { column: name })}
            size="sm"
            disabled={index === shown.length - 1}
            onClick={() => choose(moveColumn(shown, column, index + 1))}
          />
        </>
      )}
    </>
  );
}
