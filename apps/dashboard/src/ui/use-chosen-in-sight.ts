import { type RefObject, useEffect, useRef } from 'react';

/**
 * Rows that are wider than the screen: whatever is chosen in one, by an address too, is scrolled into it.
 *
 * @param isFilled whether its items are as wide as they are going to be; numbers may arrive later
 */
export function useChosenInSight<Row extends HTMLElement>(
  chosen: string | null,
  isFilled: boolean,
): RefObject<Row | null> {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page says which it is once another one is chosen
  useEffect(() => {
    const item = row.current?.querySelector('[aria-selected="true"], [aria-current="page"]');
    item?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen, isFilled]);
  return row;
}
