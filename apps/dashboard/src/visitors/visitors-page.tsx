import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { useCallback, useRef, useState } from 'react';
import { SaveView } from '../views/save-view.tsx';
import { UnknownView } from '../views/unknown-view.tsx';
import { useMayChange } from '../views/use-view-deeds.ts';
import { useViews } from '../views/use-views.ts';
import { ViewChips } from '../views/view-chips.tsx';
import { standingOf } from '../views/view-standing.ts';
import { ViewsSidebar } from '../views/views-sidebar.tsx';
import { CountAnnouncer } from './count-announcer.tsx';
import { ListHeader } from './list-header.tsx';
import { ListPanel } from './list-panel.tsx';
import { useColumns } from './use-columns.ts';
import { useListShortcuts } from './use-list-shortcuts.ts';
import { useVisitorList } from './use-visitor-list.ts';
import { nextSort, readView, type ViewChange, withAsks, withChanges, writeView } from './view-address.ts';
import { VisitorDetails } from './visitor-details.tsx';
import classes from './visitors-page.module.css';

const route = getRouteApi('/signed-in/visitors');

/** V: everyone who has the site open now. */
export function VisitorsPage() {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false }) ?? false;
  const { view, filter, opensOn, chosen, isUnknown, change } = useViewAddress(isPhone);
  const asks = { filter, query: view.query, sort: view.sort };
  const standing = standingOf(asks, chosen, useMayChange()(chosen), opensOn);
  const isStandard = chosen === null && standing === 'saved';
  const columns = useColumns();
  const list = useVisitorList({ filter, query: view.query, sort: view.sort });
  const [shown, setShown] = useState(0);
  const searchBox = useRef<HTMLInputElement>(null);
  const gridBox = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    // While it is still known which row is open: the focus goes back to it, or to where the list had it last.
    const rowOf = (mark: string) => gridBox.current?.querySelector<HTMLElement>(`[role="row"]${mark}`);
    const row = rowOf('[aria-selected="true"]') ?? rowOf('[tabindex="0"]');
    change({ visitor: null });
    // After the draw: on a phone the list cannot take the focus while the details cover it.
    requestAnimationFrame(() => row?.focus({ preventScroll: true }));
  }, [change]);
  const intoList = useCallback(
    () => gridBox.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus(),
    [],
  );
  const shortcuts = useListShortcuts(searchBox, list.apply);

  return (
    <div className={classes.page} data-details={view.visitor ? true : undefined}>
      {!isPhone && <ViewsSidebar chosen={chosen?.id ?? null} isStandard={isStandard} hasCard={view.visitor !== null} />}
      <section className={classes.list} inert={isPhone && view.visitor !== null}>
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
          saving={<SaveView standing={standing} asks={asks} chosen={chosen} />}
          views={isPhone && <ViewChips chosen={chosen?.id ?? null} isStandard={isStandard} />}
        />
        {isUnknown && <UnknownView />}
        <ListPanel
          list={list}
          view={view}
          filter={filter}
          isPhone={isPhone}
          columns={columns}
          gridBox={gridBox}
          onSort={(column) => change({ sort: nextSort(view.sort, column) })}
          onOpen={(visitor) => change({ visitor })}
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

/** The view lives in the address, so that Back works and a link to it can be sent. */
function useViewAddress(isPhone: boolean) {
  const address = readView(route.useSearch());
  const { views, isKnown } = useViews();
  const chosen = views.find(({ id }) => id === address.saved) ?? null;
  const asks = chosen?.asks ?? null;
  const view = withAsks(address, asks);
  const navigate = route.useNavigate();
  const opensOn: ListFilter = isPhone ? 'active' : 'all';
  const filter: ListFilter = view.filter ?? opensOn;
  const change = useCallback(
    (changes: ViewChange, how: 'push' | 'replace' = 'push') => {
      void navigate({
        search: (search: object) => writeView(withChanges(readView({ ...search }), asks, changes)),
        replace: how === 'replace',
      });
    },
    [navigate, asks],
  );
  return { view, filter, opensOn, chosen, isUnknown: address.saved !== null && isKnown && chosen === null, change };
}
