import type { VisitorId } from '@vetrina/protocol/ids';
import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useKeyPlace, useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { useStepBack } from '../ui/use-step-back.ts';
import { SaveView } from '../views/save-view.tsx';
import { UnknownView } from '../views/unknown-view.tsx';
import { useMayChange } from '../views/use-view-deeds.ts';
import { ViewChips } from '../views/view-chips.tsx';
import { standingOf } from '../views/view-standing.ts';
import { ViewsSidebar } from '../views/views-sidebar.tsx';
import { CountAnnouncer } from './count-announcer.tsx';
import { ListHeader } from './list-header.tsx';
import { ListPanel } from './list-panel.tsx';
import { useColumns } from './use-columns.ts';
import { type ChangeView, useViewAddress } from './use-view-address.ts';
import { useVisitorList } from './use-visitor-list.ts';
import { nextSort } from './view-address.ts';
import { VisitorDetails } from './visitor-details.tsx';
import classes from './visitors-page.module.css';

/** With the shapes of all countries: fetched by who looks at them. */
const MapPanel = lazy(() => import('../map/map-panel.tsx').then(({ MapPanel: panel }) => ({ default: panel })));

/** V: everyone who has the site open now. */
export function VisitorsPage() {
  const isPhone = useIsPhone();
  const { view, filter, opensOn, chosen, isUnknown, change } = useViewAddress(isPhone);
  const asks = { filter, query: view.query, sort: view.sort };
  const standing = standingOf(asks, chosen, useMayChange()(chosen), opensOn);
  const isStandard = chosen === null && standing === 'saved';
  const columns = useColumns();
  const list = useVisitorList({ filter, query: view.query, sort: view.sort });
  const [shown, setShown] = useState(0);
  const searchBox = useRef<HTMLInputElement>(null);
  const gridBox = useRef<HTMLDivElement>(null);
  const close = useClosing(isPhone, change);
  const talk = useCallback((visitor: VisitorId) => change({ visitor, talk: true }), [change]);
  useFocusAfterDetails(gridBox, view.visitor);
  const { intoSearch, intoList } = useWaysIn(searchBox, gridBox);
  useListKeys({
    search: intoSearch,
    apply: list.apply,
    look: () => change({ look: view.look === 'map' ? 'list' : 'map', visitor: null }),
  });

  return (
    <div className={classes.page} data-details={view.visitor ? true : undefined}>
      {!isPhone && <ViewsSidebar chosen={chosen?.id ?? null} isStandard={isStandard} hasCard={view.visitor !== null} />}
      <section className={classes.list}>
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
          saving={<SaveView standing={standing} asks={asks} chosen={chosen} />}
          views={isPhone && <ViewChips chosen={chosen?.id ?? null} isStandard={isStandard} />}
        />
        {isUnknown && <UnknownView />}
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
            onTalk={talk}
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

/** Where the keyboard goes by a key. */
function useWaysIn(searchBox: RefObject<HTMLInputElement | null>, gridBox: RefObject<HTMLDivElement | null>) {
  const intoSearch = useCallback(() => {
    searchBox.current?.focus();
    searchBox.current?.select();
  }, [searchBox]);
  const intoList = useCallback(
    () => gridBox.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus(),
    [gridBox],
  );
  return { intoSearch, intoList };
}

function useListKeys(deeds: Parameters<typeof useShortcuts>[0]): void {
  useKeyPlace('visitors');
  useShortcuts(deeds);
}

/** At a desk closing is one more step; a sheet was a step of its own, which is taken back. */
function useClosing(isPhone: boolean, change: ChangeView): () => void {
  const stepBack = useStepBack();
  return useCallback(() => {
    if (isPhone) stepBack(() => change({ visitor: null }, 'replace'));
    else change({ visitor: null });
  }, [change, isPhone, stepBack]);
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
