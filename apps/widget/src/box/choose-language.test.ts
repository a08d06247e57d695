import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

test.each([
  [['it'], 'it'],
  [['de-AT'], 'de'],
  [['pt_BR'], 'pt-BR'],
  [['pt-PT'], 'pt'],
  [['cn'], 'zh-CN'],
  [['tw'], 'zh-TW'],
  [['zh-Hant-HK'], 'zh-TW'],
  [['br'], 'pt-BR'],
  [['nn-NO'], 'nb'],
  [[undefined, '', 'xx', 'fr-CA', 'en'], 'fr'],
  [[{}, 7, null], 'en'],
])('C1: of %o the box speaks %s', (wishes, language) => {
  expect(chooseLanguage(wishes)).toBe(language);
});
