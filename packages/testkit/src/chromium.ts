import { existsSync } from 'node:fs';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/**
 * How scenes and benchmarks start Chromium: `CHROMIUM_PATH`, else Debian's, else the one Playwright brings. Nothing it
 * does by itself (updates, sync, first-run pages) may disturb what is tested.
 */
export function chromiumLaunch(): { readonly executablePath?: string; readonly args: string[] } {
  const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined);
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
