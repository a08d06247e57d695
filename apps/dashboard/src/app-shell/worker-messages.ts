/** What a page of the dashboard says to its service worker. */
export type FromPage =
  /** The waiting version shall serve from now on. */
  | { readonly kind: 'take-over' }
  /** Does a page that runs this script belong to the worker's version? Answered with a boolean through the port sent along. */
  | { readonly kind: 'whose-page'; readonly entry: string }
  /** These files are in use: keep them for when there is no network. */
  | { readonly kind: 'keep'; readonly paths: readonly string[] };
