import { type Link, listenTo, type News } from '../link/link.ts';
import { type FakePage, fakePage } from './fake-window.ts';
import { runLoader } from './run-loader.ts';

export const KEY = 'abcdefghijklmnopqrstuvwxyz012345';

/** The stub that both snippets define: a function with a queue of `arguments`. */
export function stub() {
  const queue: ArrayLike<unknown>[] = [];
  return Object.assign(
    function () {
      // biome-ignore lint/complexity/noArguments: snippets queue the arguments object itself
      queue.push(arguments);
    } as (...args: unknown[]) => void,
    { _: queue },
  );
}

/** What `load` fetches when somebody needs the box or the rules: notes the address and hands over the link. */
export interface FakeBox {
  fetched: string[];
  link?: Link;
  heard: News[];
}

const boxes = new WeakMap<FakePage, FakeBox>();

export function boxOf(page: FakePage): FakeBox {
  const box = boxes.get(page) ?? { fetched: [], heard: [] };
  boxes.set(page, box);
  return box;
}

/** Runs the loader on a page. `away`: how many times the box cannot be fetched. */
export function load(page: FakePage, away = 0): void {
  const box = boxOf(page);
  runLoader(page.w, async (address) => {
    box.fetched.push(address);
    if (box.fetched.length <= away) throw new TypeError('Failed to fetch dynamically imported module');
    return {
      start(link) {
        box.link = link;
        box.heard.push(...link.kept);
        listenTo(link, (...news) => void box.heard.push(news));
      },
    };
  });
}

/** A page that carries our key, loads the loader and, unless told otherwise, is welcomed by the server. */
export async function arrive(setUp: Parameters<typeof fakePage>[0] = {}, welcome = true): Promise<FakePage> {
  const page = fakePage({ ...setUp, globals: { _vetrina: { key: KEY }, ...setUp.globals } });
  load(page);
  await page.pass(0);
  if (welcome) page.welcome();
  return page;
}

/** What the page says to the loader. */
export const call = (page: FakePage, name: 'vetrina' | 'smartsupp', ...args: unknown[]) =>
  (page.w[name] as (...args: unknown[]) => void)(...args);

export const typesOf = (page: FakePage) => page.wires.flatMap((wire) => wire.frames.map((frame) => frame.type));
