/**
 * `node scripts/make-icons.mjs`: draws the app's icons from `favicon.svg` into `apps/dashboard/public/icons`. What it draws
 * is committed; run it again after a change to the logo. CHROMIUM_PATH: the browser, if not Playwright's own.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const PUBLIC = join(import.meta.dirname, '..', 'apps/dashboard/public');
const HOUSE = '#0f5f66';
/**
 * The drawing reaches 10.8 of 32 from the middle. A system that cuts icons to its own shape keeps a circle of 12.8:
 * https://www.w3.org/TR/appmanifest/#icon-masks
 */
const WHOLE = 1.1;

const logo = readFileSync(join(PUBLIC, 'favicon.svg'), 'utf8').replace(/<title>.*?<\/title>/, '');
const drawing = logo.replace(/<rect[^>]*\/>/, '');
/** One colour on nothing: Android draws a notification's badge from its alpha alone. */
const badge = drawing.replaceAll(/#[0-9a-f]{3,6}/g, '#fff');

const sized = (svg, size, share = 1) => {
  const edge = Math.round(size * share);
  return svg.replace('<svg ', `<svg width="${edge}" height="${edge}" `);
};

const ICONS = [
  ...[192, 512].map((size) => ({ name: `icon-${size}`, size, svg: sized(logo, size), background: 'transparent' })),
  ...[192, 512].map((size) => ({
    name: `maskable-${size}`,
    size,
    svg: sized(drawing, size, WHOLE),
    background: HOUSE,
  })),
  { name: 'apple-touch-icon', size: 180, svg: sized(drawing, 180, WHOLE), background: HOUSE },
  { name: 'badge-96', size: 96, svg: sized(badge, 96, 1.35), background: 'transparent' },
];

const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
try {
  mkdirSync(join(PUBLIC, 'icons'), { recursive: true });
  for (const { name, size, svg, background } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const style = `margin:0;height:100vh;overflow:hidden;display:grid;place-content:center;background:${background}`;
    await page.setContent(`<body style="${style}">${svg}</body>`);
    writeFileSync(join(PUBLIC, 'icons', `${name}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
