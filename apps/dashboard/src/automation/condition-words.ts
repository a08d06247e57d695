import type { Condition } from '@vetrina/protocol/automation/conditions';
import type { Speech } from './speech.ts';

/** `line`: "Page address contains “/cart”". `of`: said of somebody or something, "whose address contains “/cart”". */
type Form = 'line' | 'of';

/** Stands for what is not said yet, while a condition is being written. */
const GAP = '…';

/** One condition as a line of its own. */
export function conditionLine(condition: Condition, speech: Speech): string {
  return words(condition, 'line', speech);
}

/** One condition as it is said of a visitor or a page within a sentence. */
export function conditionOf(condition: Condition, speech: Speech): string {
  return words(condition, 'of', speech);
}

function words(condition: Condition, form: Form, speech: Speech): string {
  const { t, format } = speech;
  switch (condition.about) {
    case 'visitor':
      return t(`automation.said.${form}.${condition.is}`);
    case 'customer':
      return t(`automation.said.${form}.${condition.is ? 'customer' : 'stranger'}`);
    case 'visits':
    case 'chats': {
      const { about, test, value } = condition;
      const amount = t(`automation.amounts.${about}.${test}`, { count: value || 0, number: format.number(value || 0) });
      return t(`automation.said.${form}.amount`, { amount });
    }
    case 'country':
      return t(`automation.said.${form}.country-${condition.test}`, {
        values: format.either(condition.values.map((code) => countryName(code, speech))) || GAP,
      });
    case 'language':
      return t(`automation.said.${form}.language-${condition.test}`, {
        values: format.either(condition.values.map(format.language)) || GAP,
      });
    case 'device':
      return t(`automation.said.${form}.device-${condition.test}`, {
        values: format.either(condition.values.map((device) => t(`automation.devices.${device}`))) || GAP,
      });
    default:
      return t(`automation.tests.${condition.test}`, {
        what: subject(condition, form, speech),
        value: condition.value.trim() || GAP,
      });
  }
}

type Told = Extract<Condition, { value: string }>;

/** What a text is about: "Page title", "whose page title". */
function subject(condition: Told, form: Form, { t }: Speech): string {
  switch (condition.about) {
    case 'campaign':
      return t(`automation.subject.${form}.campaign-${condition.part}`);
    case 'variable':
      return t(`automation.subject.${form}.variable`, { name: condition.name.trim() || GAP });
    default:
      return t(`automation.subject.${form}.${condition.about}`);
  }
}

/** Some names of countries need an article in a sentence: "from the United States". */
function countryName(code: string, { t, format }: Speech): string {
  return t(`automation.countries.${code}`, { defaultValue: format.country(code) });
}
