import { expect, test } from 'vitest';
import { isCrawler } from './crawlers.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

test.each([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/103.0.5060.134 Safari/537.36',
  'curl/8.1.0',
  `${CHROME} Chrome-Lighthouse`,
])('V1: %s is kept out of the list', (userAgent) => {
  expect(isCrawler(userAgent)).toBe(true);
});

test.each([CHROME, CHROME.replace('Chrome/', 'HeadlessChrome/')])('V1: %s has a row', (userAgent) => {
  expect(isCrawler(userAgent)).toBe(false);
});
