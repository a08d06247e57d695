/** A text with a piece put in where the cursor was, or instead of what was selected, and where the cursor is then. */
export function insertedAt(
  text: string,
  piece: string,
  [from, to]: readonly [number, number],
): { readonly text: string; readonly cursor: number } {
  return { text: text.slice(0, from) + piece + text.slice(to), cursor: from + piece.length };
}
