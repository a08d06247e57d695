import type { BotCondition } from '@vetrina/protocol/automation/flow';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';

/** A condition as a short line: "Page address contains “/cart”". */
export function useConditionWords(): (condition: BotCondition) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (condition) => {
    const what = t(`chatbots.about.${condition.about}`);
    switch (condition.about) {
      case 'visitor':
      case 'team':
        return t('chatbots.conditions.is', { what, value: t(`chatbots.is.${condition.is}`) });
      case 'customer':
        return t('chatbots.conditions.is', { what, value: t(`chatbots.is.${condition.is ? 'yes' : 'no'}`) });
      case 'country':
      case 'language':
      case 'device': {
        const names = condition.values.map((value) => {
          if (condition.about === 'country') return format.country(value);
          return condition.about === 'language' ? format.language(value) : t(`chatbots.devices.${value as 'phone'}`);
        });
        return said(what, condition.test, format.list(names));
      }
      case 'variable':
      case 'answer':
        return said(`${what} ${condition.name}`, condition.test, condition.value);
      default:
        return said(what, condition.test, String(condition.value));
    }
  };

  function said(what: string, test: keyof typeof TESTS, value: string): string {
    return t('chatbots.conditions.test', { what, test: t(`chatbots.tests.${test}`), value });
  }
}

/** Every way in which something is held against a value. */
const TESTS = {
  ...{ is: true, 'is-not': true, contains: true, 'contains-not': true, 'starts-with': true, matches: true },
  ...{ 'at-least': true, 'at-most': true },
} as const;
