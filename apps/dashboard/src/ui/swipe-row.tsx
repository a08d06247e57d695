import { type MouseEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { followed, isFar, type Place, wayOf } from './swipe.ts';
import classes from './swipe-row.module.css';
import { useNoFling } from './use-no-fling.ts';

/** What pulling a row to a side does. */
export interface SwipeDeed {
  readonly icon: IconName;
  /** Stands behind the row while it is pulled. */
  readonly label: string;
  readonly tone: 'good' | 'calm' | 'bad';
  readonly run: () => void;
}

interface SwipeRowProps {
  /** Pulled to the left; null: nothing to do there. */
  left: SwipeDeed | null;
  right: SwipeDeed | null;
  children: ReactNode;
}

/**
 * N6: a row of a list that is pulled aside by a finger. What it would do stands behind it, and lights up once letting go does
 * it. A shortcut only: whatever it does can be done by a button too.
 */
export function SwipeRow({ left, right, children }: SwipeRowProps) {
  const front = useRef<HTMLDivElement>(null);
  const from = useRef<Place | null>(null);
  const [pulled, setPulled] = useState<{ deed: SwipeDeed; side: 'left' | 'right'; isFar: boolean } | null>(null);
  const wasPulled = useRef(false);
  const row = useNoFling(() => wasPulled.current && from.current !== null);
  const place = (x: number): void => {
    front.current?.style.setProperty('translate', x === 0 ? '' : `${x}px`);
  };
  const letGo = (): void => {
    from.current = null;
    setPulled(null);
    place(0);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const { current: start } = from;
    if (!start) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!wasPulled.current) {
      const way = wayOf(start, now);
      if (way === 'along') from.current = null;
      if (way !== 'across') return;
      wasPulled.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    const distance = now.x - start.x;
    const deed = distance < 0 ? left : right;
    place(followed(distance, { left: left !== null, right: right !== null }));
    setPulled(
      deed && {
        deed,
        side: distance < 0 ? 'left' : 'right',
        isFar: isFar(distance, event.currentTarget.offsetWidth),
      },
    );
  };
  return (
    <div
      ref={row}
      className={classes.row}
      data-pulled={pulled?.side}
      onPointerDown={(event) => {
        wasPulled.current = false;
        if (event.pointerType === 'touch' && event.isPrimary) from.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        if (pulled?.isFar) pulled.deed.run();
        letGo();
      }}
      onPointerCancel={letGo}
      // The finger that pulled does not press as well.
      onClickCapture={(event: MouseEvent) => {
        if (!wasPulled.current) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {pulled && (
        <div className={classes.behind} data-tone={pulled.deed.tone} data-far={pulled.isFar || undefined} aria-hidden>
          <Icon name={pulled.deed.icon} size={20} />
          {pulled.deed.label}
        </div>
      )}
      <div ref={front} className={classes.front}>
        {children}
      </div>
    </div>
  );
}
