import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import type { RuleDrafting } from './use-rule-draft.ts';

export interface FieldNotes {
  /** What is wrong with a field, for its `error`; false: nothing to tell. */
  errorOf: (field: string) => string | false;
  /** What is allowed there and hardly meant; null: nothing. */
  cautionOf: (field: string) => string | null;
}

/** The sentences beside the fields. */
export function useFieldNotes({
  problems,
  cautions,
  isTold,
}: Pick<RuleDrafting, 'problems' | 'cautions' | 'isTold'>): FieldNotes {
  const { t } = useTranslation();
  return {
    errorOf(field) {
      const problem = problems.get(field);
      return (
        problem !== undefined && isTold(field) && t(`automation.problems.${problem}`, { most: LIMITS.ruleSeconds / 60 })
      );
    },
    cautionOf(field) {
      const caution = cautions.get(field);
      if (caution === undefined) return null;
      switch (caution.caution) {
        case 'cut-parameter':
          return t('automation.cautions.cut-parameter', { parameter: caution.parameter });
        case 'contradiction':
          return t('automation.cautions.contradiction', { place: caution.with + 1 });
        default:
          return t(`automation.cautions.${caution.caution}`);
      }
    },
  };
}
