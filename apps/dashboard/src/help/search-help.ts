import { fold } from '@vetrina/domain/fold';
import type { Passage } from './passages.ts';

/** What a word weighs where it is found: in the page's title, in the heading, in the text. */
const WEIGHTS = { title: 9, heading: 4, text: 1 } as const;
/** In characters: what is shown of a passage around its first hit. */
const EXCERPT = 140;

export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

export interface Hit {
  readonly passage: Passage;
  readonly heading: readonly Piece[];
  readonly excerpt: readonly Piece[];
}

/**
 * The passages in which every word of `query` is found, wherever in them, the best first; case and accents do not count.
 * What is found by nothing but its page's title is shown once, by the beginning of the page.
 */
export function searchHelp(passages: readonly Passage[], query: string, most = 12): readonly Hit[] {
  const words = [...new Set(fold(query).split(' '))].filter((word) => word !== '');
  if (words.length === 0) return [];
  return passages
    .map((passage) => ({ passage, weight: weigh(passage, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ passage }) => ({
      passage,
      heading: mark(passage.heading, words),
      excerpt: mark(excerptOf(passage.text, words), words),
    }));
}

/** 0: not found. */
function weigh({ anchor, pageTitle, heading, text }: Passage, words: readonly string[]): number {
  const [title, head, body] = [fold(pageTitle), fold(heading), fold(text)];
  let weight = 0;
  let isOwn = anchor === null;
  for (const word of words) {
    const inHead = head.includes(word);
    const inBody = body.includes(word);
    const inTitle = title.includes(word);
    if (!inHead && !inBody && !inTitle) return 0;
    isOwn ||= inHead || inBody;
    // The title counts where the page begins; for its other passages it only lets words be found.
    if (inTitle && anchor === null) weight += WEIGHTS.title;
    else if (inHead) weight += WEIGHTS.heading;
    if (inBody) weight += WEIGHTS.text;
  }
  return isOwn ? Math.max(weight, WEIGHTS.text) : 0;
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Cuts a text into pieces; a word that holds one of `words` (folded) is a hit as a whole. */
export function mark(text: string, words: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(WORDS)) {
    const folded = fold(found[0]);
    if (!words.some((word) => folded.includes(word))) continue;
    if (found.index > done) pieces.push({ text: text.slice(done, found.index), isHit: false });
    pieces.push({ text: found[0], isHit: true });
    done = found.index + found[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isHit: false });
  return pieces;
}

function excerptOf(text: string, words: readonly string[]): string {
  if (text.length <= EXCERPT) return text;
  let at = 0;
  for (const piece of mark(text, words)) {
    if (piece.isHit) break;
    at += piece.text.length;
  }
  if (at >= text.length) at = 0;
  const from = at < EXCERPT / 2 ? 0 : text.indexOf(' ', at - EXCERPT / 3) + 1;
  const to = from + EXCERPT >= text.length ? text.length : text.lastIndexOf(' ', from + EXCERPT);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
