import { BLOCK_KINDS, type BlockKind, type Point } from '@vetrina/protocol/automation/flow';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import menu from '../ui/menu.module.css';
import { walkMenu } from '../ui/walk-menu.ts';
import { BLOCK_ICONS } from './block-looks.ts';
import classes from './canvas.module.css';

const [WIDTH, HEIGHT] = [210, 350];

interface KindMenuProps {
  /** On the screen. */
  at: Point;
  onChoose: (kind: BlockKind) => void;
  onClose: () => void;
}

/** Which block a line that was let go is to lead to. */
export function KindMenu({ at, onChoose, onClose }: KindMenuProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('button')?.focus();
  }, []);
  const place = { left: Math.min(at.x, innerWidth - WIDTH), top: Math.min(at.y, innerHeight - HEIGHT) };
  return (
    <div
      ref={box}
      role="menu"
      aria-label={t('chatbots.fields.toNew')}
      className={`${menu.menu} ${classes.kinds}`}
      style={place}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : walkMenu(event))}
    >
      {BLOCK_KINDS.map((kind) => (
        <button key={kind} type="button" role="menuitem" data-kind={kind} onClick={() => onChoose(kind)}>
          <Icon name={BLOCK_ICONS[kind]} />
          {t(`chatbots.kinds.${kind}`)}
        </button>
      ))}
    </div>
  );
}
