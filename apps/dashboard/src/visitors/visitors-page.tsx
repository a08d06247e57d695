import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import type { VisitorId } from '@vetrina/protocol/ids';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useKeyPlace, useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import { CountAnnouncer } from './count-announcer.tsx';
import { ListHeader } from './list-header.tsx';
import { ListPanel } from './list-panel.tsx';
import { useColumns } from './use-columns.ts';
import { useVisitorList } from './use-visitor-list.ts';
import { nextSort, readView, type ViewAddress, writeView } from './view-address.ts';
import { VisitorDetails } from './visitor-details.tsx';
import classes from './visitors-page.module.css';

/** With the shapes of all countries: fetched by who looks at them. */
const MapPanel = lazy(() => import('../map/map-panel.tsx').then(({ MapPanel: panel }) => ({ default: panel })));

const route = getRouteApi('/signed-in/visitors');

/** V: everyone who has the site open now. */
export function VisitorsPage() {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false }) ?? false;
  const { view, filter, change } = useViewAddress(isPhone);
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
  useKeyPlace('visitors');
  useShortcuts({
    search() {
      searchBox.current?.focus();
      searchBox.current?.select();
    },
    apply: list.apply,
    look: () => change({ look: view.look === 'map' ? 'list' : 'map', visitor: null }),
  });

  return (
    <div className={classes.page} data-details={view.visitor ? true : undefined}>
      <section className={classes.list} inert={isPhone && view.visitor !== null}>
        <ListHeader
          view={view}
          filter={filter}
          isPhone={isPhone}
          shown={shown}
          columns={columns}
          searchBox={searchBox}
          onFilter={(next) => change({ filter: next })}
          onQuery={(query) => change({ query }, 'replace')}
          onLook={(look) => change({ look, visitor: null })}
          onIntoList={intoList}
        />
        {view.look === 'map' ? (
          <Suspense>
            <MapPanel
              filter={filter}
              query={view.query}
              listed={list.window?.counts.all ?? 0}
              onFilter={(next) => change({ filter: next })}
              onQuery={(query) => change({ query })}
              onList={(query) => change({ query, look: 'list' })}
            />
          </Suspense>
        ) : (
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
        )}
        <CountAnnouncer query={view.query} />
      </section>
      {view.visitor && <VisitorDetails key={view.visitor} visitor={view.visitor} isPhone={isPhone} onClose={close} />}
    </div>
  );
}

export type ViewChange = Partial<{
  filter: ListFilter;
  query: string;
  sort: ViewAddress['sort'];
  visitor: VisitorId | null;
  look: ViewAddress['look'];
}>;

/** The view lives in the address, so that Back works and a link to it can be sent. */
function useViewAddress(isPhone: boolean) {
  const view = readView(route.useSearch());
  const navigate = route.useNavigate();
  const filter: ListFilter = view.filter ?? (isPhone ? 'active' : 'all');
  const change = useCallback(
    (changes: ViewChange, how: 'push' | 'replace' = 'push') => {
      void navigate({
        search: (search: object) => writeView({ ...readView({ ...search }), ...changes }),
        replace: how === 'replace',
      });
    },
    [navigate],
  );
  return { view, filter, change };
}
