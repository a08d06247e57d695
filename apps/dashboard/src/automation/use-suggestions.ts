import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import type { About } from './condition-kinds.ts';

const NAMES: Partial<Record<About, readonly string[]>> = {
  browser: ['Chrome', 'Safari', 'Firefox', 'Microsoft Edge', 'Samsung Internet for Android', 'Opera'],
  os: ['Windows', 'macOS', 'Android', 'iOS', 'Linux', 'Chrome OS'],
};
const NONE: readonly string[] = [];

/** What is commonly meant in a text, to choose from instead of typing. */
export function useSuggestions(about: About): readonly string[] {
  const groups = useQuery({ ...queries.groups, enabled: about === 'group' });
  if (about === 'group') return groups.data?.map(({ key }) => key) ?? NONE;
  return NAMES[about] ?? NONE;
}
