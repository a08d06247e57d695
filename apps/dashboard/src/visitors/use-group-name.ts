import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';

/** What the team calls the group of this key. A page may name a group that nobody has made: then that name is shown. */
export function useGroupName(): (key: string) => string {
  const { data: groups } = useQuery({ ...queries.groups, staleTime: 60_000 });
  return (key) => groups?.find((group) => group.key === key)?.name ?? key;
}
