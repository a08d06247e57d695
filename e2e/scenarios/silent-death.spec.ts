import { chromium, expect } from '@playwright/test';
import { loginOf, test } from '../actors/scene.ts';
import { Visitor } from '../actors/visitor.ts';

test('V1: a browser that dies without a word is shown as left within 35 s', async ({ marco, vetrina }) => {
  test.setTimeout(120_000);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  // A browser of its own, so that all of its processes can be stopped in their tracks: no goodbye, no closed socket.
  const doomed = await chromium.launchServer(test.info().project.use.launchOptions);
  const group = -(doomed.process().pid ?? 0);
  try {
    const dora = await Visitor.from(await chromium.connect(doomed.wsEndpoint()), `${vetrina.url}/demo/`);
    await dora.opens();
    await expect(marco.people).toHaveCount(1);

    process.kill(group, 'SIGSTOP');
    await expect(marco.row(/Left/)).toHaveCount(1, { timeout: 35_000 });
    await marco.sees('All', 0);
  } finally {
    process.kill(group, 'SIGKILL');
  }
});
