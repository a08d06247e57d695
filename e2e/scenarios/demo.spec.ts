import { expect } from '@playwright/test';
import { crowdComes } from '../actors/crowd.ts';
import { loginOf, test } from '../actors/scene.ts';

test("the demo's crowd comes to every account's shop", async ({ marco, giulia, vetrina }) => {
  const crowdLeaves = await crowdComes(vetrina.url, 8);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await expect(marco.people.first()).toBeVisible();
  await giulia.signsIn(loginOf(vetrina, 'FREE'));
  await expect(giulia.people.first()).toBeVisible();
  await crowdLeaves();
});
