import type { PageWindow } from './page-window.ts';

export interface OurScript {
  /** Where the server answers: the script's address up to `/loader.js`, so a server below a path works too. */
  base: string;
  /** The account key on the tag itself (`data-key`), for pages that cannot set a variable. */
  key: string | undefined;
}

const NAME = /\/loader\.js([?#].*)?$/;

/** The tag this code came from. Module loaders and bundlers hide it from `currentScript`; then the newest fitting tag is taken. */
export function findServer(w: PageWindow): OurScript | undefined {
  const tags = [w.document.currentScript as HTMLScriptElement, ...loaderTags(w).reverse()];
  const tag = tags.find((one) => one && NAME.test(one.src) && !isSmartsupp(one));
  return tag && { base: tag.src.replace(NAME, ''), key: tag.dataset.key };
}

export function loaderTags(w: PageWindow): HTMLScriptElement[] {
  return [...w.document.querySelectorAll<HTMLScriptElement>('script[src*="/loader.js"]')];
}

/** The vendor's own loader has the same file name. */
export function isSmartsupp({ src }: HTMLScriptElement): boolean {
  return /smartsupp(chat|cdn)?\.com/.test(src);
}
