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

declare module '@fontsource-variable/figtree';
