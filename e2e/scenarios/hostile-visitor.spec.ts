import { expect, type Page } from '@playwright/test';
import { test } from '../actors/conversation-scene.ts';
import { CORPUS, watchPolicy } from '../actors/hostile.ts';
import { loginOf } from '../actors/scene.ts';
import { Visitor } from '../actors/visitor.ts';

/** Every link on the page leads to a page, and tells the page nothing of the dashboard. */
async function linksAreSafe(page: Page): Promise<void> {
  for (const link of await page.getByRole('link').all()) {
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toMatch(/^(https?:\/\/|\/|#|mailto:)/);
    if (!/^https?:/.test(href)) continue;
    const rel = (await link.getAttribute('rel')) ?? '';
    for (const word of ['noopener', 'noreferrer', 'nofollow']) expect(rel).toContain(word);
  }
}

test("V7: nothing a visitor sends runs on an agent's list or details", async ({ browser, marco, vetrina }) => {
  const anna = await Visitor.from(browser, `${vetrina.url}/demo/`, {
    userAgent: `Mozilla/5.0 (X11; Linux x86_64; ${CORPUS[0]}) Gecko/20100101 Firefox/149.0 ${CORPUS[1]}`,
  });
  const policy = watchPolicy(marco.page);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  policy.reports.length = 0;
  await anna.opens(
    `?q=${encodeURIComponent(CORPUS[3])}&utm_source=${encodeURIComponent(CORPUS[0])}#${encodeURIComponent(CORPUS[1])}`,
    `https://search.example/?q=${encodeURIComponent(CORPUS[1])}&back=javascript:window.pwned=1`,
  );

  for (const [index, poison] of CORPUS.entries()) {
    await anna.pageSays('name', `${poison} ${index}`);
    await anna.pageSays('email', poison);
    await anna.pageSays('phone', poison.slice(0, 50));
    await anna.pageSays('group', poison.slice(0, 60));
    await anna.pageSays('variables', { [poison.slice(0, 60)]: poison });
    await anna.navigatesWithoutLoading(`?q=${encodeURIComponent(poison)}`, `${poison} page ${index}`);
    await expect(marco.row(`page ${index}`)).toBeVisible();
  }
  await marco.opensDetailsOf(`page ${CORPUS.length - 1}`);
  await expect(marco.details.getByText(CORPUS[6], { exact: false }).first()).toBeVisible();
  await linksAreSafe(marco.page);
  expect(await policy.pwned()).toBeUndefined();
  expect(policy.reports).toEqual([]);
  await anna.ends();
});

test('C4: nothing a visitor writes or sends runs in the inbox, in search, or in what agents download', async ({
  anna,
  marco,
  inbox,
  chat,
}) => {
  const policy = watchPolicy(marco.page);
  const name = `Mallory ${CORPUS[0]}`;
  await anna.pageSays('name', name);
  await chat.opens();
  for (const poison of CORPUS) await chat.says(poison);
  await chat.attaches({ name: '"><img src=x onerror=window.pwned=1>.txt', mimeType: 'text/html', text: CORPUS[1] });

  await inbox.opensConversation(name);
  for (const poison of CORPUS) await inbox.reads(poison);
  const file = inbox.log.getByRole('link', { name: /onerror/ });
  const [download] = await Promise.all([marco.page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).not.toMatch(/[<>"/\\]/);
  await linksAreSafe(marco.page);

  await inbox.does('Resolve');
  await inbox.folder('Resolved').click();
  await expect(inbox.row(name)).toBeVisible();
  await marco.page.getByRole('searchbox', { name: 'Search resolved conversations' }).fill('window.pwned');
  await expect(inbox.row(name)).toBeVisible();
  expect(await policy.pwned()).toBeUndefined();
  expect(policy.reports).toEqual([]);
});

test('C1: nothing an agent or the account says runs on the visitor’s page', async ({ anna, inbox, chat }) => {
  const policy = watchPolicy(anna.tab);
  await chat.opens();
  await chat.says('Hello');
  await inbox.opensConversation('Anna');
  for (const poison of CORPUS) {
    await inbox.says(poison);
    await chat.reads(poison);
  }
  expect(await policy.pwned()).toBeUndefined();
  expect(policy.reports).toEqual([]);
});
