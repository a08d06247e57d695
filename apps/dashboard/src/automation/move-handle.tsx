import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import classes from './rule-list.module.css';

interface MoveHandleProps {
  name: string;
  onMove: (by: number) => void;
  onDrag: (isDragged: boolean) => void;
}

/** Takes a line to another place: dragged with the pointer, or with the arrow keys. */
export function MoveHandle({ name, onMove, onDrag }: MoveHandleProps) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <button
      type="button"
      className={classes.handle}
      aria-label={t('automation.list.move', { name })}
      data-hint={t('automation.list.moveHint')}
      draggable
      onDragStart={(event) => {
        const line = event.currentTarget.closest('li');
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        if (line) event.dataTransfer.setDragImage(line, 16, 24);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onKeyDown={onKeyDown}
    >
      <Icon name="grip" size={18} />
    </button>
  );
}
