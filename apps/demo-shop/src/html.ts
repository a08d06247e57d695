const MARKUP = Symbol('markup');

/** Finished markup. Only `html` makes it, so a plain string never passes for it. */
export interface Html {
  readonly [MARKUP]: string;
}

type Part = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function markupOf(part: Part, before: string): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
  if (MARKUP in part) return part[MARKUP];
  return part.map(htmlText).join(/\n *$/.exec(before)?.[0] ?? '');
}

/**
 * Markup with values in it. Text is escaped for elements and for attributes in double quotes (an apostrophe stays what
 * it is); markup goes in as it is. A list that begins a line has each of its items on a line.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { [MARKUP]: String.raw({ raw: strings }, ...parts.map((part, at) => markupOf(part, strings[at] ?? ''))) };
}

/** The markup as text, to be sent. */
export function htmlText(markup: Html): string {
  return markup[MARKUP];
}
