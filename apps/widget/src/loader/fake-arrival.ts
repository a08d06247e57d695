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

/** A page that carries our key, loads the loader and, unless told otherwise, is welcomed by the server. */
export async function arrive(setUp: Parameters<typeof fakePage>[0] = {}, welcome = true): Promise<FakePage> {
  const page = fakePage({ ...setUp, globals: { _vetrina: { key: KEY }, ...setUp.globals } });
  runLoader(page.w);
  await page.pass(0);
  if (welcome) page.welcome();
  return page;
}

/** What the page says to the loader. */
export const call = (page: FakePage, name: 'vetrina' | 'smartsupp', ...args: unknown[]) =>
  (page.w[name] as (...args: unknown[]) => void)(...args);

export const typesOf = (page: FakePage) => page.wires.flatMap((wire) => wire.frames.map((frame) => frame.type));
