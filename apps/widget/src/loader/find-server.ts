import { attempt, type PageWindow } from './page-window.ts';

export interface OurScript {
  /** Where the server answers: the script's address up to `/loader.js`, so a server below a path works too. */
  base: string;
  /** The account key on the tag itself (`data-key`), for pages that cannot set a variable. */
  key: string | undefined;
}

const NAME = /\/loader\.js([?#].*)?$/;

/** The tag this code came from. Module loaders and bundlers hide it from `currentScript`; then the newest fitting tag is taken. */
export function findServer(w: PageWindow): OurScript | undefined {
  const { document } = w;
  const tags = [
    document.currentScript,
    ...Array.from(document.querySelectorAll('script[src*="/loader.js"]')).reverse(),
  ];
  for (const tag of tags) {
    const src = attempt(() => (tag as HTMLScriptElement).src, '');
    if (NAME.test(src) && !isSmartsupp(src)) {
      return { base: src.replace(NAME, ''), key: (tag as HTMLScriptElement).dataset?.key };
    }
  }
  return undefined;
}

/** The vendor's own loader has the same file name. */
export function isSmartsupp(src: string): boolean {
  return /smartsupp(chat|cdn)?\.com/.test(src);
}
