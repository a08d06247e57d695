/** What a build of the dashboard consists of, as far as opening it without a network needs it. Made by `build/service-worker.ts`. */
export interface ShellFiles {
  /** Changes whenever a file of the build does. */
  readonly version: string;
  /** Paths from the root, the page itself first. Each but the page carries a hash of its content. */
  readonly paths: readonly string[];
}

/** The page that every address of the dashboard answers with. */
export const PAGE = '/index.html';

/** Under this name, with a version behind it, the browser keeps the files of one build. */
const CACHE = 'vetrina-shell-';

export function cacheName({ version }: ShellFiles): string {
  return CACHE + version;
}

/**
 * The caches that may go when a version takes over. That of the version before stays: its page may still be open in another
 * tab, and the server has no file of it any more.
 *
 * @param names in the order in which they were made, as `caches.keys()` tells them
 */
export function outlived(names: readonly string[], current: string): string[] {
  return names.filter((name) => name.startsWith(CACHE) && name !== current).slice(0, -1);
}
