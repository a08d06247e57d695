import { expect } from '@playwright/test';
// biome-ignore lint/correctness/useImportExtensions: it takes the types beside the script for the script.
import { startCrowd } from '../../scripts/lib/demo-crowd.mjs';
// biome-ignore lint/correctness/useImportExtensions: it takes the types beside the script for the script.
import { stop } from '../../scripts/lib/processes.mjs';
import { loginOf, test } from '../actors/scene.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

test("the demo's crowd comes to every account's shop", async ({ marco, giulia, vetrina }) => {
  const crowd = await startCrowd(ROOT, vetrina.url, 8);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await expect(marco.people.first()).toBeVisible();
  await giulia.signsIn(loginOf(vetrina, 'FREE'));
  await expect(giulia.people.first()).toBeVisible();
  await stop(crowd);
});
