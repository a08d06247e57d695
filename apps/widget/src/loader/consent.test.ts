import { visitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { expect, test } from 'vitest';
import { arrive, call } from './fake-arrival.ts';
import { freshBrowser } from './fake-window.ts';

test('T3: off until consent means nothing sent and nothing stored, until consent', async () => {
  const page = await arrive({ config: { mode: 'consent', respectPrivacySignals: true } }, false);
  page.fire('window', 'keydown');
  await page.pass(60_000);
  page.fire('window', 'pagehide');
  expect(page.wires).toHaveLength(0);
  expect([page.browser.cookies.size, page.browser.local.size, page.browser.session.size]).toEqual([0, 0, 0]);
  call(page, 'vetrina', 'consent', true);
  expect(page.wires).toHaveLength(1);
  page.welcome();
  expect(page.browser.cookies.get('vetrina_consent')).toBe('1');
});

test('T3: consent holds on the next page, and analyticsConsent is the same switch', async () => {
  const browser = freshBrowser();
  const config = { mode: 'consent', respectPrivacySignals: true };
  const first = await arrive({ browser, config }, false);
  call(first, 'smartsupp', 'analyticsConsent', true);
  const second = await arrive({ browser, config }, false);
  expect(second.wires).toHaveLength(1);
});

test('T3: consent withdrawn closes the socket at once and erases every id', async () => {
  const page = await arrive();
  call(page, 'vetrina', 'consent', false);
  expect(page.wire().closed).toBe(true);
  page.fire('window', 'pagehide');
  expect([page.browser.cookies.size, page.browser.local.size, page.browser.session.size]).toEqual([0, 0, 0]);
  page.fire('window', 'pageshow', { persisted: true });
  expect(page.wires).toHaveLength(1);
  expect(page.w.vetrina).not.toHaveProperty('vid');
});

test.each([{ globalPrivacyControl: true }, { doNotTrack: '1' }])(
  'T3: %o is counted, says nothing more and stores nothing',
  async (navigator) => {
    const page = await arrive({ navigator }, false);
    page.welcome(null);
    page.fire('window', 'keydown');
    call(page, 'vetrina', 'name', 'Anna');
    await page.pass(1_000);
    page.fire('window', 'pagehide');
    expect(page.wire().frames).toHaveLength(1);
    expect(visitorHello.parse(page.wire().frames[0]).visitor).toEqual({ as: 'counted' });
    expect([page.browser.cookies.size, page.browser.local.size, page.browser.session.size]).toEqual([0, 0, 0]);
  },
);

test('T3: chat only opens no socket', async () => {
  const page = await arrive({ config: { mode: 'chat-only', respectPrivacySignals: true } }, false);
  await page.pass(60_000);
  expect(page.wires).toHaveLength(0);
});
