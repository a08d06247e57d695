import { getRouteApi } from '@tanstack/react-router';
import type { VisitorId } from '@vetrina/protocol/ids';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { STEP, useStepBack } from '../ui/use-step-back.ts';
import { CountAnnouncer } from './count-announcer.tsx';
import { ListHeader } from './list-header.tsx';
import { ListPanel } from './list-panel.tsx';
import { useColumns } from './use-columns.ts';
import { useListShortcuts } from './use-list-shortcuts.ts';
import { useVisitorList } from './use-visitor-list.ts';
import { nextSort, readView, type ViewAddress, writeView } from './view-address.ts';
import { VisitorDetails } from './visitor-details.tsx';
import classes from './visitors-page.module.css';

const route = getRouteApi('/signed-in/visitors');

/** V: everyone who has the site open now. */
export function VisitorsPage() {
  const isPhone = useIsPhone();
  const { view, filter, change } = useViewAddress(isPhone);
  const columns = useColumns();
  const list = useVisitorList({ filter, query: view.query, sort: view.sort });
  const [shown, setShown] = useState(0);
  const searchBox = useRef<HTMLInputElement>(null);
  const gridBox = useRef<HTMLDivElement>(null);
  const stepBack = useStepBack();
  const close = useCallback(() => {
    if (isPhone) stepBack(() => change({ visitor: null }, 'replace'));
    else change({ visitor: null });
  }, [change, isPhone, stepBack]);
  const talk = useCallback((visitor: VisitorId) => change({ visitor, talk: true }), [change]);
  useFocusAfterDetails(gridBox, view.visitor);
  const intoList = useCallback(
    () => gridBox.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus(),
    [],
  );
  const shortcuts = useListShortcuts(searchBox, list.apply);

  return (
    <div className={classes.page} data-details={view.visitor ? true : undefined}>
      <section className={classes.list}>
        <ListHeader
          view={view}
          filter={filter}
          isPhone={isPhone}
          shown={shown}
          columns={columns}
          searchBox={searchBox}
          shortcuts={shortcuts}
          onFilter={(next) => change({ filter: next })}
          onQuery={(query) => change({ query }, 'replace')}
          onIntoList={intoList}
        />
        <ListPanel
          list={list}
          view={view}
          filter={filter}
          isPhone={isPhone}
          columns={columns}
          gridBox={gridBox}
          onSort={(column) => change({ sort: nextSort(view.sort, column) })}
          onOpen={(visitor) => change({ visitor })}
          onTalk={talk}
          onShown={setShown}
          onFilter={(next) => change({ filter: next })}
          onQuery={(query) => change({ query })}
        />
        <CountAnnouncer query={view.query} />
      </section>
      {view.visitor && <VisitorDetails key={view.visitor} visitor={view.visitor} isPhone={isPhone} onClose={close} />}
    </div>
  );
}

/** However the details were closed (a button, Back, a pull), the focus goes back to their row, or where the list had it last. */
function useFocusAfterDetails(gridBox: RefObject<HTMLDivElement | null>, visitor: VisitorId | null): void {
  // Undefined: nothing was open; null: something was, whose row was not on screen.
  const opened = useRef<HTMLElement | null>(undefined);
  useEffect(() => {
    const rowOf = (mark: string) => gridBox.current?.querySelector<HTMLElement>(`[role="row"]${mark}`) ?? null;
    if (visitor !== null) {
      opened.current = rowOf('[aria-selected="true"]');
      return;
    }
    if (opened.current === undefined) return;
    const row = opened.current?.isConnected ? opened.current : rowOf('[tabindex="0"]');
    opened.current = undefined;
    // After the draw: a sheet that is still there would take it back.
    requestAnimationFrame(() => row?.focus({ preventScroll: true }));
  }, [gridBox, visitor]);
}

export type ViewChange = Partial<{
  filter: ListFilter;
  query: string;
  sort: ViewAddress['sort'];
  visitor: VisitorId | null;
  /** V8: with the composer open. Of this step only, not of the address. */
  talk: boolean;
}>;

/** The view lives in the address, so that Back works and a link to it can be sent. */
function useViewAddress(isPhone: boolean) {
  const view = readView(route.useSearch());
  const navigate = route.useNavigate();
  const filter: ListFilter = view.filter ?? (isPhone ? 'active' : 'all');
  const change = useCallback(
    ({ talk, ...changes }: ViewChange, how: 'push' | 'replace' = 'push') => {
      void navigate({
        search: (search: object) => writeView({ ...readView({ ...search }), ...changes }),
        replace: how === 'replace',
        ...(changes.visitor && { state: talk ? { ...STEP, opensTalk: true } : STEP }),
      });
    },
    [navigate],
  );
  return { view, filter, change };
}
