/** A help page as data: made of its Markdown at build time, drawn by `help-article.tsx`. There is no markup in it. */
export interface HelpPage {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead: readonly Inline[];
  readonly blocks: readonly Block[];
}

export type Inline =
  | string
  | { readonly is: 'strong' | 'em'; readonly of: readonly Inline[] }
  | { readonly is: 'code'; readonly text: string }
  /** To another help page; `anchor` null: its beginning. */
  | { readonly is: 'page'; readonly page: string; readonly anchor: string | null; readonly of: readonly Inline[] }
  /** To a screen of the dashboard. */
  | { readonly is: 'screen'; readonly path: string; readonly of: readonly Inline[] }
  /** A word of the catalogue: what a button or a field is called on the reader's screen. */
  | { readonly is: 'word'; readonly key: string }
  /** A search that opens the list of visitors with it. */
  | { readonly is: 'try'; readonly query: string }
  | { readonly is: 'keys'; readonly keys: readonly string[] }
  | { readonly is: 'icon'; readonly name: string };

export type Block =
  | { readonly is: 'heading'; readonly level: 2 | 3; readonly anchor: string; readonly of: readonly Inline[] }
  | { readonly is: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly is: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly is: 'code'; readonly text: string }
  /** What is worth a second look. */
  | { readonly is: 'note'; readonly blocks: readonly Block[] }
  | { readonly is: 'figure'; readonly name: string };

/** Pages by their names. */
export type HelpPages = Readonly<Record<string, HelpPage>>;
