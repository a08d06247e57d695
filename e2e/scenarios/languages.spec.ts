import { expect } from '@playwright/test';
import { Agent } from '../actors/agent.ts';
import { loginOf, test } from '../actors/scene.ts';
import { Settings } from '../actors/settings.ts';
import { Visitor } from '../actors/visitor.ts';

test('T2.2: the dashboard speaks German as soon as Marco asks for it, and keeps to it', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await new Settings(marco.page, vetrina.url).opens('Language and look');
  await marco.page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(marco.page.getByRole('heading', { name: 'Sprache und Ansicht', level: 1 })).toBeVisible();
  await expect(marco.page.locator('html')).toHaveAttribute('lang', 'de');

  await marco.page.reload();
  await expect(marco.page.getByRole('heading', { name: 'Sprache und Ansicht', level: 1 })).toBeVisible();
  await expect(marco.page.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
});

test('T2.2, T2.5: a Polish browser is spoken to in Polish, which counts in three ways', async ({
  browser,
  vetrina,
}) => {
  const login = loginOf(vetrina, 'PRO');
  const ola = await Agent.at(browser, vetrina.url, { locale: 'pl-PL' });
  await ola.page.goto(vetrina.url);
  await ola.page.getByRole('textbox', { name: 'E-mail' }).fill(login.email);
  await ola.page.getByRole('textbox', { name: 'Hasło' }).fill(login.password);
  await ola.page.getByRole('button', { name: 'Zaloguj się', exact: true }).click();
  await expect(ola.page.getByRole('grid', { name: 'Odwiedzający' })).toBeVisible();

  const people: Visitor[] = [];
  const sees = async (count: number, words: string): Promise<void> => {
    while (people.length < count) {
      const visitor = await Visitor.from(browser, `${vetrina.url}/demo/`);
      await visitor.opens();
      people.push(visitor);
    }
    await ola.page.goto(`${vetrina.url}/install`);
    await expect(ola.page.getByText(words)).toBeVisible();
  };
  await sees(1, 'Na Twojej stronie jest teraz 1 osoba.');
  await sees(2, 'Na Twojej stronie są teraz 2 osoby.');
  await sees(5, 'Na Twojej stronie jest teraz 5 osób.');
  for (const visitor of people) await visitor.ends();
  await ola.ends();
});
