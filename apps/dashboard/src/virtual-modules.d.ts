declare module 'virtual:theme.css';

/** Made of the protocol's table by `vite.config.ts`, without its schemas. */
declare module 'virtual:route-table' {
  export const ROUTE_TABLE: Readonly<
    Record<
      import('@vetrina/protocol/http/routes').RouteName,
      { readonly method: string; readonly path: string; readonly hasAnswer: boolean }
    >
  >;
}

/** The world as it is drawn, made of a public atlas by `build/world-map.ts`. Lengths are units of the drawing. */
declare module 'virtual:world-map' {
  export const WORLD: {
    readonly width: number;
    readonly height: number;
    /** Land, by ISO 3166-1 alpha-2; null: nobody's. */
    readonly countries: readonly { readonly code: string | null; readonly path: string }[];
    /** Where a country's number stands; the small ones have only this. */
    readonly labels: Readonly<Record<string, readonly [x: number, y: number]>>;
  };
}

/** Made of `help/pages/<language>/*.md` by `help/help-plugin.ts`. */
declare module 'virtual:help/en' {
  export const PAGES: import('./help/help-page.ts').HelpPages;
}
declare module 'virtual:help/it' {
  export const PAGES: import('./help/help-page.ts').HelpPages;
}

declare module '@fontsource-variable/figtree';
