import { expect } from '@playwright/test';
import { test } from '../actors/conversation-scene.ts';
import { Inbox } from '../actors/inbox.ts';
import { loginOf } from '../actors/scene.ts';
import { Settings } from '../actors/settings.ts';

/** Whoever failed to connect a few times waits a while, so that servers are not overrun. */
const RECONNECTING = { timeout: 30_000 };

test('T1: a session that ended while nobody looked leads to the sign-in page, and back to the same place', async ({
  marco,
  inbox,
  chat,
  vetrina,
}) => {
  await chat.opens();
  await chat.says('Good evening!');
  await inbox.opensConversation('Anna');
  await inbox.reads('Good evening!');
  const place = marco.page.url();

  await marco.sessionRunsOut();
  await vetrina.crashAndRestart();
  await expect(marco.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible(RECONNECTING);
  await expect(marco.page.getByText('Good evening!')).toHaveCount(0);
  await new Settings(marco.page, vetrina.url).givesPassword(loginOf(vetrina, 'PRO'));
  await inbox.reads('Good evening!');
  expect(marco.page.url()).toBe(place);
});

test('T1: signed out in one tab, the other tabs show nothing any more', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const other = await marco.opensAnotherTab('/conversations');
  await expect(other.getByRole('tab', { name: /^New\b/ })).toBeVisible();
  const desk = new Settings(marco.page, vetrina.url);
  await desk.signsOut();
  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();

  // V12 (WCAG 3.3.8): nobody has to remember or to copy letter by letter.
  expect([await desk.purposeOf('E-mail'), await desk.purposeOf('Password')]).toEqual(['username', 'current-password']);
  await desk.pastesLogin(loginOf(vetrina, 'PRO'));
  await expect(marco.list).toBeVisible();
});

test('T1: what somebody began to write is not there for who signs in next', async ({ marco, vetrina, chat }) => {
  const inbox = new Inbox(marco.page);
  const desk = new Settings(marco.page, vetrina.url);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await chat.opens();
  await chat.says('Good evening!');
  await inbox.opens();
  await inbox.opensConversation('Anna');
  await inbox.composer.fill('Between you and me');
  await marco.page.reload();
  await expect(inbox.composer).toHaveValue('Between you and me');

  await desk.signsOut();
  expect(new URL(marco.page.url()).search).toBe('');
  await desk.givesPassword(loginOf(vetrina, 'PRO', 1));
  await expect(marco.list).toBeVisible();
  await inbox.opens();
  await inbox.opensConversation('Anna');
  await expect(inbox.composer).toHaveValue('');
});

test('P: whom a smaller plan has no seat for is told so, and comes back with a larger one', async ({
  giulia,
  marco,
  vetrina,
}) => {
  const owner = loginOf(vetrina, 'PRO');
  await giulia.signsIn(loginOf(vetrina, 'PRO', 1));
  await new Inbox(giulia.page).opens();
  await new Inbox(giulia.page).folder('Mine').click();
  await marco.signsIn(owner);

  await vetrina.operate('plan', owner.email, 'FREE');
  const page = giulia.page.getByRole('heading', { name: /plan has no seat for you/ });
  await expect(page).toBeVisible(RECONNECTING);
  await expect(giulia.page.getByText('STANDARD has a seat for everybody on your team.')).toBeVisible();
  await giulia.page.getByRole('button', { name: 'Try again' }).click();
  await expect(page).toBeVisible();

  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Team');
  await expect(settings.member('Bruno Conti')).toContainText('No seat on your plan');
  await expect(marco.page.getByText('1 of 1 seat taken.')).toBeVisible();
  await expect(marco.page.getByText(/STANDARD has more/).first()).toBeVisible();

  await vetrina.operate('plan', owner.email, 'PRO');
  await giulia.page.getByRole('button', { name: 'Try again' }).click();
  await expect(giulia.page.getByRole('tab', { name: /^Mine\b/ })).toHaveAttribute('aria-selected', 'true');
  await expect(settings.member('Bruno Conti')).not.toContainText('No seat on your plan');
});
