import { expect, test } from 'vitest';
import { type MailFactsParts, mailFacts } from './mail-facts.ts';

const ACCOUNT = 'acAAAAAAAAAAAAAAAAAAAAAA' as never;
const ANYTHING = 'coAAAAAAAAAAAAAAAAAAAAAA' as never;

/** What mails know of a visitor whose page and whose browser spoke these languages. */
async function languageOf(said: string | null, browser: string | null) {
  const parts = {
    conversations: { find: async () => ({ visitor: 'vi' }) },
    directory: { byId: async () => ({ name: 'Bottega' }) },
    visitors: { details: async () => ({ visitor: { language: said }, language: browser }) },
  };
  const found = await mailFacts(parts as unknown as MailFactsParts).find(ACCOUNT, ANYTHING);
  return found?.visitor.language;
}

test('C4: a visitor is written to in the language the page said, else in the browser’s', async () => {
  expect(await languageOf('en', 'it-IT')).toBe('en');
  expect(await languageOf(null, 'it-IT')).toBe('it-IT');
  expect(await languageOf(null, null)).toBeNull();
});
