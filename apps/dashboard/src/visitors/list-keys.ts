/** Where a key leads in a list of `count` rows with `page` rows on screen; null: not a key of the list. */
export function rowAfterKey(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const within = (index: number): number => Math.min(Math.max(0, index), count - 1);
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return within(active - 1);
    case 'PageDown':
      return within(active + Math.max(1, page - 1));
    case 'PageUp':
      return within(active - Math.max(1, page - 1));
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
