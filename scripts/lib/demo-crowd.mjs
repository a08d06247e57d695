import { join } from 'node:path';
import { seedAutomation } from './demo-automation.mjs';
import { start } from './processes.mjs';

/** The accounts beside the big one have a few people each, so that no tab of the demo is empty. */
const HANDFUL = { FREE: 3, STANDARD: 6 };

/** Signs in as the demo's people do, to learn each account's key, and to make their automatic messages. */
async function demoSites(url, size) {
  const { demoLogins } = await (await fetch(new URL('/api/v1/setup', url))).json();
  const sites = new Map();
  for (const { plan, email, password } of demoLogins) {
    if ([...sites.values()].some((site) => site.plan === plan)) continue;
    const response = await fetch(new URL('/api/v1/session', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`);
    const { session } = await response.json();
    const { account } = session;
    if (plan !== 'FREE') await seedAutomation(url, cookieOf(response));
    sites.set(account.key, { key: account.key, plan, size: HANDFUL[plan] ?? size });
  }
  return [...sites.values()];
}

const cookieOf = (response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Lets simulated people into the demo accounts. @param {number} size visitors on the PRO account */
export async function startCrowd(root, url, size) {
  const sites = await demoSites(url, size);
  const args = sites.flatMap((site) => ['--key', site.key, '--size', String(site.size)]);
  return start([process.execPath, join(root, 'bench/crowd/main.ts'), '--url', url, '--seed', '1', ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
