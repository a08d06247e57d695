import { Marked, type Token, type Tokens } from 'marked';
import type { Block, HelpPage, Inline } from './help-page.ts';

const MARKS = /^\{(t|try|key|icon|figure):([^{}]+)\}/;
const ANCHOR = /\s*\{#([a-z][a-z0-9-]*)\}$/;

interface Mark extends Tokens.Generic {
  readonly type: 'mark';
  readonly kind: string;
  readonly value: string;
}

/** Markdown, and `{t:catalogue.key}`, `{try:a search}`, `{key:Ctrl K}`, `{icon:name}`, `{figure:name}`. */
const markdown = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'mark',
      level: 'inline',
      start: (text) => text.search(/\{(?:t|try|key|icon|figure):/),
      tokenizer(text) {
        const [raw, kind, value] = MARKS.exec(text) ?? [];
        return raw === undefined ? undefined : { type: 'mark', raw, kind, value };
      },
    },
  ],
});

/**
 * Reads a help page. It begins with `# Title` and one paragraph, every further heading names its anchor: `## Title {#anchor}`.
 * Links lead to another page (`visitors#search`, `#search`) or to a screen (`/settings/team`).
 * @throws Error that says what is wrong with the page: the build stops at it
 */
export function readPage(name: string, text: string): HelpPage {
  const [title, lead, ...rest] = markdown.lexer(text).filter(({ type }) => type !== 'space');
  if (title?.type !== 'heading' || title.depth !== 1 || lead?.type !== 'paragraph') {
    throw new Error(`help page ${name}: begins with "# Title" and a paragraph`);
  }
  return { title: title.text as string, lead: inlines(name, lead), blocks: rest.map((token) => block(name, token)) };
}

function block(page: string, token: Token): Block {
  switch (token.type) {
    case 'heading':
      return heading(page, token as Tokens.Heading);
    case 'paragraph':
    case 'text':
      return paragraph(page, token);
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return { is: 'list', ordered, items: items.map((item) => blocks(page, item.tokens)) };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map((cell) => inlines(page, cell));
      return { is: 'table', head: cells(header), rows: rows.map(cells) };
    }
    case 'code':
      return { is: 'code', text: token.text as string };
    case 'blockquote':
      return { is: 'note', blocks: blocks(page, token.tokens ?? []) };
    default:
      throw new Error(`help page ${page}: "${token.raw.trim()}" is no part of a help page`);
  }
}

const blocks = (page: string, tokens: readonly Token[]): Block[] =>
  tokens.filter(({ type }) => type !== 'space').map((token) => block(page, token));

function heading(page: string, token: Tokens.Heading): Block {
  const anchor = ANCHOR.exec(token.text)?.[1];
  if (anchor === undefined || (token.depth !== 2 && token.depth !== 3)) {
    throw new Error(`help page ${page}: "${token.raw.trim()}" wants to be "## Title {#anchor}"`);
  }
  const of = inlines(page, token).map((part) => (typeof part === 'string' ? part.replace(ANCHOR, '') : part));
  return { is: 'heading', level: token.depth, anchor, of };
}

function paragraph(page: string, token: Token): Block {
  const [only, ...more] = 'tokens' in token && token.tokens ? token.tokens : [];
  if (only?.type === 'mark' && only.kind === 'figure' && more.length === 0) return { is: 'figure', name: only.value };
  return { is: 'paragraph', of: inlines(page, token) };
}

const inlines = (page: string, token: Token | Tokens.TableCell): Inline[] =>
  ('tokens' in token && token.tokens ? token.tokens : []).map((part) => inline(page, part));

function inline(page: string, token: Token): Inline {
  switch (token.type) {
    case 'text':
    case 'escape':
      return unescaped(token.text as string);
    case 'strong':
    case 'em':
      return { is: token.type, of: inlines(page, token) };
    case 'codespan':
      return { is: 'code', text: unescaped(token.text as string) };
    case 'link':
      return link(page, token as Tokens.Link);
    case 'mark':
      return mark(page, token as Mark);
    default:
      throw new Error(`help page ${page}: "${token.raw.trim()}" is no part of a sentence`);
  }
}

function link(page: string, token: Tokens.Link): Inline {
  const of = inlines(page, token);
  if (token.href.startsWith('/')) return { is: 'screen', path: token.href, of };
  const [, other = '', anchor = null] = /^([a-z][a-z-]*)?(?:#([a-z][a-z0-9-]*))?$/.exec(token.href) ?? [];
  if (other === '' && anchor === null) {
    throw new Error(`help page ${page}: "${token.href}" leads neither to a page nor to a screen`);
  }
  return { is: 'page', page: other || page, anchor, of };
}

function mark(page: string, { kind, value, raw }: Mark): Inline {
  if (kind === 't') return { is: 'word', key: value };
  if (kind === 'try') return { is: 'try', query: value };
  if (kind === 'key') return { is: 'keys', keys: value.split(' ') };
  if (kind === 'icon') return { is: 'icon', name: value };
  throw new Error(`help page ${page}: "${raw}" stands alone in its paragraph`);
}

/** What the lexer has made safe for HTML, which we do not make. */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]);
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const;
