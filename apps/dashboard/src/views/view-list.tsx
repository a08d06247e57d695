import { Link } from '@tanstack/react-router';
import type { SavedView } from '@vetrina/protocol/http/views';
import type { ViewId } from '@vetrina/protocol/ids';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import dots from '../ui/color-dot.module.css';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useOrderViews } from './use-view-deeds.ts';
import { useViewCount } from './use-views.ts';
import classes from './view-list.module.css';
import { ViewMenu } from './view-menu.tsx';
import { inGroups, movedView } from './view-standing.ts';

interface ViewListProps {
  views: readonly SavedView[];
  chosen: ViewId | null;
  /** A view was pressed: whatever covers the list may go. */
  onChoose?: () => void;
}

/** SV7: the agent's own views, then the team's, each in the agent's order. */
export function ViewList({ views, chosen, onChoose }: ViewListProps) {
  const { t } = useTranslation();
  const order = useOrderViews();
  const [said, setSaid] = useState('');
  const { mine, team } = inGroups(views);
  const move = (view: SavedView, by: number): void => {
    const moved = movedView(views, view.id, by);
    const group = moved.filter(({ shared }) => shared === view.shared);
    order.mutate(moved);
    setSaid(t('automation.list.moved', { name: view.name, place: group.indexOf(view) + 1, of: group.length }));
  };
  return (
    <>
      {[
        { key: 'mine', title: t('views.mine'), group: mine },
        { key: 'team', title: t('views.team'), group: team },
      ].map(
        ({ key, title, group }) =>
          group.length > 0 && (
            <section key={key} aria-label={title}>
              <h3 className={classes.title}>{title}</h3>
              <ViewGroup views={group} chosen={chosen} onMove={move} onChoose={onChoose} />
            </section>
          ),
      )}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}

interface ViewGroupProps extends Omit<ViewListProps, 'onChoose'> {
  onMove: (view: SavedView, by: number) => void;
  onChoose: (() => void) | undefined;
}

function ViewGroup({ views, chosen, onMove, onChoose }: ViewGroupProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  const dragging = (index: number, view: SavedView) => ({
    draggable: true,
    onDragStart: (event: DragEvent): void => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', view.name);
      setDragged(index);
    },
    onDragOver: (event: DragEvent): void => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(index);
    },
    onDrop: (event: DragEvent): void => {
      event.preventDefault();
      const moving = dragged === null ? undefined : views[dragged];
      if (moving && dragged !== null && index !== dragged) onMove(moving, index - dragged);
      end();
    },
    onDragEnd: end,
  });
  return (
    <ol className={classes.views}>
      {views.map((view, index) => (
        <li
          key={view.id}
          className={classes.line}
          data-chosen={chosen === view.id || undefined}
          data-dragged={dragged === index || undefined}
          data-drop={over === index && dragged !== null && dragged !== index ? dropAt(index, dragged) : undefined}
          {...dragging(index, view)}
        >
          <ViewLink view={view} isChosen={chosen === view.id} onMove={(by) => onMove(view, by)} onChoose={onChoose} />
          <span className={classes.menu}>
            <ViewMenu
              view={view}
              isChosen={chosen === view.id}
              isFirst={index === 0}
              isLast={index === views.length - 1}
              onMove={(by) => onMove(view, by)}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

const dropAt = (index: number, from: number): 'above' | 'below' => (index > from ? 'below' : 'above');

interface ViewLinkProps {
  view: SavedView;
  isChosen: boolean;
  onMove: (by: number) => void;
  onChoose: (() => void) | undefined;
}

function ViewLink({ view, isChosen, onMove, onChoose }: ViewLinkProps) {
  const { t } = useTranslation();
  const { id, name, color, asks, alert } = view;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0 || !event.altKey) return;
    event.preventDefault();
    onMove(by);
  };
  const inside = (
    <>
      <span className={dots.dot} data-color={color} />
      <span className={classes.name}>{name}</span>
      {(alert.sound || alert.push) && (
        <span className={classes.bell}>
          <Icon name="bell" size={14} />
          <span className="visually-hidden">{t('views.told')}</span>
        </span>
      )}
    </>
  );
  if (asks === null) {
    return (
      <span className={classes.link} data-hint={t('views.asksUnknown')}>
        {inside}
        <Icon name="warning" size={16} />
        <span className="visually-hidden">{t('views.asksUnknown')}</span>
      </span>
    );
  }
  return (
    <Link
      to="/visitors"
      search={{ view: id }}
      className={classes.link}
      draggable={false}
      activeProps={{ 'aria-current': isChosen ? 'page' : false }}
      onKeyDown={onKeyDown}
      onClick={onChoose}
    >
      {inside}
      <ViewCount view={id} />
    </Link>
  );
}

function ViewCount({ view }: { view: ViewId }) {
  const format = useFormat();
  const people = useViewCount(view);
  return <span className={classes.count}>{people === null ? '' : format.number(people)}</span>;
}
