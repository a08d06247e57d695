import type { RuleDraft, RuleLogic } from '@vetrina/protocol/automation/rule';
import { useCallback, useMemo, useState } from 'react';
import { cautionsOf } from './cautions.ts';
import { problemsOf } from './draft-problems.ts';

/** Today in a place, as `2026-12-08`. An unknown place is ours. */
function todayIn(timezone: string | undefined): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { ...parts, timeZone: timezone }).format(Date.now());
  } catch {
    return new Intl.DateTimeFormat('en-CA', parts).format(Date.now());
  }
}

/** What an author is changing, and what is to be said of it. */
export function useRuleDraft(begin: RuleDraft, keptParameters: readonly string[]) {
  const [saved, setSaved] = useState(begin);
  const [draft, setDraft] = useState(begin);
  const [touched, setTouched] = useState<ReadonlySet<string> | 'all'>(new Set());
  const problems = useMemo(() => problemsOf(draft), [draft]);
  const { times } = draft.logic.schedule;
  const cautions = cautionsOf(draft, keptParameters, todayIn(times?.by === 'calendar' ? times.timezone : undefined));
  const set = useCallback((changes: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...changes })), []);
  const setLogic = useCallback(
    (changes: Partial<RuleLogic>) => setDraft((before) => ({ ...before, logic: { ...before.logic, ...changes } })),
    [],
  );
  const touch = useCallback(
    (field: string) =>
      setTouched((before) => (before === 'all' || before.has(field) ? before : new Set([...before, field]))),
    [],
  );
  return {
    draft,
    set,
    setLogic,
    problems,
    cautions,
    isChanged: JSON.stringify(draft) !== JSON.stringify(saved),
    isWrong: problems.size > 0,
    /** A field's problem is told once somebody was there, or wanted to save; one that came by writing too much, at once. */
    isTold: (field: string): boolean => {
      const problem = problems.get(field);
      return problem !== undefined && (problem !== 'missing' || touched === 'all' || touched.has(field));
    },
    touch,
    tellAll: useCallback(() => setTouched('all'), []),
    keep: useCallback((as: RuleDraft) => {
      setSaved(as);
      setDraft(as);
      setTouched(new Set());
    }, []),
    reset: useCallback(() => {
      setDraft(saved);
      setTouched(new Set());
    }, [saved]),
  };
}

export type RuleDrafting = ReturnType<typeof useRuleDraft>;
