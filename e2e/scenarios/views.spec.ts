import { expect } from '@playwright/test';
import { Agent } from '../actors/agent.ts';
import { loginOf, test } from '../actors/scene.ts';
import { SavedViews } from '../actors/views.ts';

test('SV: what one agent saves and shares, a colleague sees, counts and is told of', async ({
  anna,
  giulia,
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await giulia.signsIn(loginOf(vetrina, 'PRO', 1));
  const his = new SavedViews(marco.page);
  const hers = new SavedViews(giulia.page);
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await expect(marco.row('Anna')).toBeVisible();

  await marco.searchesFor('page:cart');
  await his.saves('At the till', { shared: true });
  await expect(marco.page).toHaveURL(/\/visitors\?view=vw/);
  await his.counts('At the till', 0);
  await hers.counts('At the till', 0);
  await hers.wantsToHearOf('At the till');

  await anna.navigatesWithoutLoading('/demo/cart', 'Your cart');
  await his.counts('At the till', 1);
  await expect(marco.row('Anna')).toBeVisible();
  await hers.counts('At the till', 1);
  await expect(his.notice).toHaveCount(0);
  await hers.notice.filter({ hasText: 'Anna has entered At the till' }).click();
  await expect(giulia.details).toContainText('Anna');
  // The card and the list share the screen: the views are back when it closes.
  await giulia.details.getByRole('button', { name: 'Close' }).click();
  await expect(hers.view('At the till')).toHaveAttribute('aria-current', 'page');

  // A change of what is shown can be kept, by whoever may; for everybody else it is a new view.
  await marco.searchesFor('page:cart -anna');
  await his.presses('Save changes');
  await his.counts('At the till', 0);
  await hers.counts('At the till', 0);
  await his.removes('At the till');
  await expect(hers.view('At the till')).toHaveCount(0);
  await expect(giulia.page.getByText('This view is not there any more')).toBeVisible();
});

test('SV7: views to begin with, in the agent’s own order; on a phone in a row above the list', async ({
  anna,
  browser,
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const his = new SavedViews(marco.page);
  await anna.opens();
  await his.presses('Coming back');
  await his.counts('Coming back', 0);
  await marco.page.getByRole('link', { name: /^Everyone/ }).click();
  await marco.searchesFor('anna');
  await his.saves('Anna', { shared: false });
  await his.view('Anna').focus();
  await marco.page.keyboard.press('Alt+ArrowUp');
  await expect(his.all).toContainText(['Anna', 'Coming back']);
  await marco.page.reload();
  await expect(his.all).toContainText(['Anna', 'Coming back']);
  await his.presses('Hide views');
  await expect(his.all).toHaveCount(0);

  const phone = await Agent.at(browser, vetrina.url, { phone: true });
  await phone.signsIn(loginOf(vetrina, 'PRO'));
  const small = new SavedViews(phone.page);
  await small.view('Coming back').click();
  await expect(phone.people).toHaveCount(0);
  await small.sidebar.getByRole('link', { name: 'Everyone' }).click();
  await expect(phone.people).toHaveCount(1);
  await phone.ends();
});
