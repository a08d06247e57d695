/** `npm run screenshots`: a picture of every screen. See `scripts/screenshots.mjs` for its options. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { chromiumLaunch } from '@vetrina/testkit/chromium';
import { contactPage, contactSheets, type Picture } from './contact-sheets.ts';
import { faultsOfLayout } from './faults.ts';
import type { Screen } from './screen.ts';
import { DESK, makeStage, PHONE, type Size } from './stage.ts';
import { SCREENS } from './table.ts';
import { makeWorld, type World } from './world.ts';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

interface Wishes {
  readonly screens: readonly Screen[];
  readonly sizes: readonly Size[];
  readonly schemes: readonly Scheme[];
  readonly languages: readonly string[];
  readonly out: string;
}

function readSize(word: string): Size {
  const named = { desk: DESK, phone: PHONE }[word];
  if (named) return named;
  const [width, height] = word.split('x').map(Number);
  if (!width || !height) throw new Error(`--sizes: "${word}" is neither desk nor phone nor like 1440x900`);
  return { width, height };
}

function readWishes(): Wishes {
  const { values } = parseArgs({
    options: {
      screens: { type: 'string', default: '' },
      sizes: { type: 'string', default: 'desk,phone' },
      schemes: { type: 'string', default: SCHEMES.join() },
      languages: { type: 'string', default: 'en,it' },
      out: { type: 'string', default: '.screenshots' },
    },
  });
  const pattern = new RegExp(values.screens);
  return {
    screens: SCREENS.filter(({ name }) => pattern.test(name)),
    sizes: values.sizes.split(',').map(readSize),
    schemes: SCHEMES.filter((scheme) => values.schemes.split(',').includes(scheme)),
    languages: values.languages.split(','),
    out: resolve(values.out),
  };
}

interface Shooting extends Wishes {
  readonly browser: Browser;
  readonly world: World;
  readonly pictures: Picture[];
  readonly faults: Set<string>;
}

/** All of one size in one language, in both schemes: the page is opened once, and repainted. */
async function shoot(shooting: Shooting, size: Size, language: string): Promise<void> {
  const { browser, world, screens, schemes, out, pictures, faults } = shooting;
  const stage = await makeStage(browser, world, size, language);
  const look = `${size.width}x${size.height}-${language}`;
  for (const screen of screens.filter((each) => stage.shows(each))) {
    const fault = (what: string): unknown => faults.add(`${screen.name} (${look}): ${what}`);
    try {
      const opened = await stage.opens(screen);
      for (const what of [...opened.faults, ...(await faultsOfLayout(opened.page))]) fault(what);
      for (const scheme of schemes) {
        await opened.page.emulateMedia({ colorScheme: scheme });
        const file = `${screen.name}-${look}-${scheme}.png`;
        await opened.page.screenshot({ path: join(out, file) });
        pictures.push({ file, screen: screen.name, look: `${look}-${scheme}`, size });
      }
    } catch (error) {
      fault(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  console.log(`${look}: ${pictures.length} pictures so far`);
  await stage.ends();
}

const wishes = readWishes();
const started = performance.now();
await rm(wishes.out, { recursive: true, force: true });
await mkdir(wishes.out, { recursive: true });
const world = await makeWorld();
const browser = await chromium.launch(chromiumLaunch());
const shooting: Shooting = { ...wishes, browser, world, pictures: [], faults: new Set() };
const looks = wishes.sizes.flatMap((size) => wishes.languages.map((language) => [size, language] as const));
// What visitors say changes what the dashboard shows: they come last.
const isShop = ({ who }: Screen): boolean => who === 'visitor' || who === 'late-visitor';
for (const part of [wishes.screens.filter((screen) => !isShop(screen)), wishes.screens.filter(isShop)]) {
  const waiting = [...looks];
  const works = async (): Promise<void> => {
    for (let look = waiting.shift(); look; look = waiting.shift()) await shoot({ ...shooting, screens: part }, ...look);
  };
  await Promise.all([works(), works()]);
}
await writeFile(join(wishes.out, 'index.html'), contactPage(shooting.pictures));
const sheets = await contactSheets(browser, wishes.out, shooting.pictures);
await browser.close();
await world.ends();
const seconds = Math.round((performance.now() - started) / 1_000);
console.log(
  `${shooting.pictures.length} pictures and ${sheets} contact sheets in ${seconds} s: ${wishes.out}/index.html`,
);
for (const fault of [...shooting.faults].sort()) console.error(fault);
if (shooting.faults.size > 0) console.error(`${shooting.faults.size} faults.`);
process.exit(shooting.faults.size > 0 ? 1 : 0);
