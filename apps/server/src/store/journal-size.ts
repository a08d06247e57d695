import type { JournalEntry } from '../visitors/ports.ts';

/** Of an object with a few fields, before its texts. */
const FRAME = 64;
const FIELD = 16;

/** About how many bytes an entry takes in memory: texts are nearly all of it, and most have a byte a letter. */
export function journalSize(entry: JournalEntry): number {
  return sizeOf(entry);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return FIELD + value.length;
  if (typeof value !== 'object' || value === null) return FIELD;
  let size = FRAME;
  for (const [key, inner] of Object.entries(value)) size += key.length + sizeOf(inner);
  return size;
}
