import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '@vetrina/testkit/chromium';
import { OWNER } from '../server/vetrina.ts';
import { type Bytes, openCountedLine } from './counted-line.ts';

const MINUTE = 60_000;
/** The service worker keeps the shell after the first paint; then the line is quiet, ms. */
const SETTLED = 5_000;

/** What passed the line of one phone. */
export interface PhoneBytes {
  /** From nothing to a list that is live, by HTTP: the first time, and with what the browser has kept. */
  readonly firstOpening: Bytes;
  readonly nextOpening: Bytes;
  /** While the list was watched, by the socket and by HTTP. */
  readonly socket: Bytes;
  readonly http: Bytes;
  /** Of one person's row, as the server sends it. */
  readonly rowBytes: number;
}

const minus = (now: Bytes, before: Bytes): Bytes => ({ down: now.down - before.down, up: now.up - before.up });

/** One phone-sized Chromium opens the dashboard at `url` and watches the list for `minutes`. */
export async function watchOnPhone(url: string, minutes: number): Promise<PhoneBytes> {
  const { host, port } = new URL(url);
  const line = await openCountedLine(Number(port));
  const launch = chromiumLaunch();
  const mapped = `--host-rules=MAP ${host} 127.0.0.1:${line.port}`;
  const browser = await chromium.launch({ ...launch, args: [...launch.args, mapped] });
  try {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const page = await phone.newPage();
    const weighed = weighRows(page);
    await page.goto(`${url}/visitors`);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(OWNER.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await isLive(page);
    const firstOpening = { ...line.http };
    await page.reload();
    await isLive(page);
    const nextOpening = minus(line.http, firstOpening);
    const before = { socket: { ...line.socket }, http: { ...line.http } };
    await pause(minutes * MINUTE);
    return {
      firstOpening,
      nextOpening,
      socket: minus(line.socket, before.socket),
      http: minus(line.http, before.http),
      rowBytes: weighed(),
    };
  } finally {
    await browser.close();
    line.end();
  }
}

async function isLive(page: Page): Promise<void> {
  await page.getByRole('gridcell').first().waitFor();
  await pause(SETTLED);
}

/** The mean size of a row in the newest full window. @returns NaN until there was one */
function weighRows(page: Page): () => number {
  let bytes = Number.NaN;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const text = payload.toString();
      if (!text.startsWith('{"type":"window"')) return;
      const { rows } = JSON.parse(text) as { readonly rows: readonly object[] };
      if (rows.length > 0) bytes = JSON.stringify(rows).length / rows.length;
    }),
  );
  return () => bytes;
}
