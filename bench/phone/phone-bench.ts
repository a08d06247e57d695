/**
 * What ten minutes of watching 10,000 visitors cost on a phone, in bytes: a real server, a phone-sized Chromium, and a line
 * between them that counts. Beside it the plain way: everybody's rows, asked for again and again.
 * `node bench/phone/phone-bench.ts [--minutes=10] [--quick] [--out=file.md]`
 */
import { argv } from 'node:process';
import { report } from '../report.ts';
import { visitorsOn } from '../server/crowd-of.ts';
import { startVetrina } from '../server/vetrina.ts';
import type { Measurement, ResultTable } from '../table.ts';
import { type PhoneBytes, watchOnPhone } from './watch-on-phone.ts';

/** Every visitor views another page so often, as in the bench of the whole server, ms. */
const PAGE_EVERY = 20_000;
/** How often a page asks that has no socket, s: rarer, and a new visitor waits to be seen. */
const POLLED_EVERY = 5;
/** What those show who do not list everybody. */
const FIRST_ROWS = 50;
const MINUTE = 60_000;
const KB = 1_000;

function phoneTable(phone: PhoneBytes, visitors: number, minutes: number): ResultTable {
  const polls = (minutes * 60) / POLLED_EVERY;
  const plain = (rows: number, what: string) => ({ what, value: (rows * phone.rowBytes * polls) / KB });
  const down = (phone.socket.down + phone.http.down) / KB;
  const rows: Measurement[] = [
    {
      ...{ what: `watching for ${minutes} min, down`, value: down, unit: 'kB' },
      baseline: plain(visitors, `everybody's rows every ${POLLED_EVERY} s`),
      note: `${Math.round((down * KB) / (minutes * 60))} bytes/s`,
    },
    {
      ...{ what: '… of it on the socket', value: phone.socket.down / KB, unit: 'kB' },
      baseline: plain(FIRST_ROWS, `only the first ${FIRST_ROWS} rows every ${POLLED_EVERY} s`),
    },
    { what: 'watching, up', value: (phone.socket.up + phone.http.up) / KB, unit: 'kB' },
    {
      ...{ what: 'opening for the first time, sign-in and what is kept for offline included', unit: 'kB' },
      value: phone.firstOpening.down / KB,
    },
    { what: 'opening again', value: phone.nextOpening.down / KB, unit: 'kB' },
  ];
  return {
    title: 'Data on a phone',
    about: `${visitors.toLocaleString('en-GB')} visitors, each viewing a page every ${PAGE_EVERY / KB} s, and one phone-sized Chromium with the list open for ${minutes} min. Counted on the line, headers and framing included, nothing compressed. The plain way is reckoned from the size of a row (${Math.round(phone.rowBytes)} bytes) in the same run.`,
    rows,
  };
}

const isQuick = argv.includes('--quick');
const asked = argv.find((word) => word.startsWith('--minutes='))?.slice('--minutes='.length);
const minutes = Number(asked ?? (isQuick ? 1 : 10));
const count = isQuick ? 2_000 : 10_000;

const vetrina = await startVetrina();
const visitors = visitorsOn(vetrina.url, vetrina.key, count);
try {
  console.log(`${count} visitors arrive`);
  await visitors.growTo(count);
  console.log(`a phone watches for ${minutes} min`);
  // Longer than the phone looks, which opens first: the crowd goes on until the phone is gone.
  const browsing = visitors.browse(PAGE_EVERY, (minutes + 1) * MINUTE);
  const phone = await watchOnPhone(vetrina.url, minutes);
  await browsing;
  report(phoneTable(phone, visitors.count, minutes));
} finally {
  await visitors.end().catch(() => undefined);
  await vetrina.end();
}
