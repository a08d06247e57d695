import { expect } from '@playwright/test';
import { loginOf, test } from '../actors/scene.ts';

const CORPUS = [
  '<img src=x onerror="window.pwned=1">',
  '"><script>window.pwned=1</script>',
  "';window.pwned=1;//",
  '<svg/onload=window.pwned=1>',
  '{{constructor.constructor("window.pwned=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: template injection is what it tries
  '${window.pwned=1}',
  'javascript:window.pwned=1',
];

test("V7: nothing a visitor sends runs on an agent's screen", async ({ anna, marco, vetrina }) => {
  const reports: string[] = [];
  marco.page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) reports.push(message.text());
  });
  marco.page.on('dialog', (dialog) => void dialog.dismiss());
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  reports.length = 0;
  await anna.opens();

  for (const [index, poison] of CORPUS.entries()) {
    await anna.pageSays('name', `${poison} ${index}`);
    await anna.pageSays('email', poison);
    await anna.pageSays('variables', { [poison.slice(0, 60)]: poison });
    await anna.retitles(`${poison} page ${index}`);
    await expect(marco.row(`page ${index}`)).toBeVisible();
  }
  await marco.opensDetailsOf(`page ${CORPUS.length - 1}`);
  await expect(marco.details.getByText(CORPUS[6] ?? '', { exact: false }).first()).toBeVisible();

  expect(await marco.page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
  expect(reports).toEqual([]);
  for (const link of await marco.page.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|\/|#)/);
  }
});
