import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import type { Size } from './stage.ts';

export interface Picture {
  /** In the folder of all. */
  readonly file: string;
  readonly screen: string;
  /** Size, language and scheme, as they stand in the file's name. */
  readonly look: string;
  readonly size: Size;
}

/** Thumbnails of one look, as many as can be judged at once. */
const DESKS = { columns: 2, count: 4, width: 940 };
const PHONES = { columns: 5, count: 5, width: 390 };

const STYLE = `
  body { margin: 24px; background: #777; color: #fff; font: 14px system-ui, sans-serif; }
  h2 { margin: 32px 0 8px; font-size: 16px; }
  .grid { display: flex; flex-wrap: wrap; align-items: start; gap: 12px; }
  figure { margin: 0; } figcaption { padding: 2px 0; font-size: 12px; } img { display: block; }
`;

const figure = ({ file, look }: Picture, width: number, caption = look): string =>
  `<figure><figcaption>${caption}</figcaption><a href="${file}"><img src="${file}" width="${width}" alt="${file}" loading="lazy"></a></figure>`;

const pageOf = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Vetrina, every screen</title><style>${STYLE}</style>${body}`;

const grouped = (pictures: readonly Picture[], key: (picture: Picture) => string): [string, Picture[]][] => {
  const groups = new Map<string, Picture[]>();
  for (const picture of pictures) groups.set(key(picture), [...(groups.get(key(picture)) ?? []), picture]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
};

/** Every screen with its looks beside each other. */
export function contactPage(pictures: readonly Picture[]): string {
  const rows = grouped(pictures, ({ screen }) => screen).map(([screen, looks]) => {
    const inOrder = looks.toSorted((a, b) => b.size.width - a.size.width || a.look.localeCompare(b.look));
    const figures = inOrder.map((picture) => figure(picture, picture.size.width < 768 ? 160 : 420));
    return `<h2 id="${screen}">${screen}</h2><div class="grid">${figures.join('')}</div>`;
  });
  return pageOf(rows.join('\n'));
}

/** Several screens on each picture, by look. Answers how many there are. */
export async function contactSheets(browser: Browser, folder: string, pictures: readonly Picture[]): Promise<number> {
  await mkdir(join(folder, 'sheets'), { recursive: true });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  let sheets = 0;
  for (const [look, all] of grouped(pictures, (picture) => picture.look)) {
    const { columns, count, width } = (all[0]?.size.width ?? 0) < 768 ? PHONES : DESKS;
    for (let from = 0; from < all.length; from += count) {
      const figures = all.slice(from, from + count).map((picture) => figure(picture, width, picture.screen));
      await page.setViewportSize({ width: columns * (width + 12) + 48, height: 600 });
      await page.setContent(
        pageOf(
          `<base href="${pathToFileURL(`${folder}/`).href}"><div class="grid">${figures.join('')}</div>`.replaceAll(
            ' loading="lazy"',
            '',
          ),
        ),
      );
      await page.screenshot({
        path: join(folder, 'sheets', `${look}-${String(from / count + 1).padStart(2, '0')}.png`),
        fullPage: true,
      });
      sheets += 1;
    }
  }
  await page.close();
  return sheets;
}
