import type { Block, HelpPages, Inline } from './help-page.ts';

/** A stretch of help from one heading to the next: what a search finds. */
export interface Passage {
  readonly page: string;
  readonly pageTitle: string;
  /** null: what stands before the first heading. */
  readonly anchor: string | null;
  readonly heading: string;
  readonly text: string;
}

/** What a catalogue key reads on the reader's screen. */
export type WordOf = (key: string) => string;

/** Inline parts as plain text. */
export function plain(parts: readonly Inline[], wordOf: WordOf): string {
  return parts.map((part) => plainPart(part, wordOf)).join('');
}

function plainPart(part: Inline, wordOf: WordOf): string {
  if (typeof part === 'string') return part;
  switch (part.is) {
    case 'strong':
    case 'em':
    case 'page':
    case 'screen':
      return plain(part.of, wordOf);
    case 'code':
      return part.text;
    case 'word':
      return wordOf(part.key);
    case 'try':
      return part.query;
    case 'keys':
      return part.keys.join('+');
    case 'icon':
      return '';
  }
}

function textOf(block: Block, wordOf: WordOf): string {
  switch (block.is) {
    case 'heading':
    case 'paragraph':
      return plain(block.of, wordOf);
    case 'list':
      return block.items.map((item) => textsOf(item, wordOf)).join(' ');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map((cell) => plain(cell, wordOf)).join(' – ')).join(' · ');
    case 'code':
      return block.text;
    case 'note':
      return textsOf(block.blocks, wordOf);
    case 'figure':
      return '';
  }
}

const textsOf = (blocks: readonly Block[], wordOf: WordOf): string =>
  blocks.map((block) => textOf(block, wordOf)).join(' ');

/** All of help, cut at its headings, in the order of `names`. */
export function passagesOf(pages: HelpPages, names: readonly string[], wordOf: WordOf): readonly Passage[] {
  return names.flatMap((name) => {
    const page = pages[name];
    if (page === undefined) return [];
    const starts = [0, ...page.blocks.flatMap((block, at) => (block.is === 'heading' ? [at] : []))];
    return starts.map((start, nth): Passage => {
      const stretch = page.blocks.slice(start, starts[nth + 1] ?? page.blocks.length);
      const [first, ...rest] = stretch;
      const common = { page: name, pageTitle: page.title };
      if (first?.is === 'heading' && nth > 0) {
        const heading = plain(first.of, wordOf);
        return { ...common, anchor: first.anchor, heading, text: textsOf(rest, wordOf) };
      }
      const text = `${plain(page.lead, wordOf)} ${textsOf(stretch, wordOf)}`.trim();
      return { ...common, anchor: null, heading: page.title, text };
    });
  });
}
