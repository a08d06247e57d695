import { expect, it } from 'vitest';
import { userAgentReader } from './read-user-agent.ts';

const read = userAgentReader();

it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1',
    { device: 'phone', browser: 'Safari 18', os: 'iOS 18' },
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    { device: 'desktop', browser: 'Chrome 140', os: 'Windows 10' },
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',
    { device: 'tablet', browser: 'Safari 17', os: 'iOS 17' },
  ],
  ['', { device: null, browser: null, os: null }],
  ['<script>alert(1)</script>', { device: null, browser: null, os: null }],
  ['x'.repeat(100_000), { device: null, browser: null, os: null }],
])('V3: reads %s', (userAgent, machine) => {
  expect(read(userAgent)).toEqual(machine);
});
