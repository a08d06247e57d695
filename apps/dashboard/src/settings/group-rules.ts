import type { Group, TeamMember } from '@vetrina/protocol/http/team';
import type { AgentId } from '@vetrina/protocol/ids';

/** T1: is everybody who works here in a group? Then whoever visits without one is seen by nobody. */
export function leavesUngroupedAlone(team: readonly Pick<TeamMember, 'active' | 'seated' | 'groups'>[]): boolean {
  const working = team.filter(({ active, seated }) => active && seated);
  return working.length > 0 && working.every(({ groups }) => groups.length > 0);
}

/** T1: who is in no group any more once this one has only `members`, and so sees everyone. */
export function freedFrom(group: Group, members: readonly AgentId[], groups: readonly Group[]): readonly AgentId[] {
  const others = groups.filter(({ key }) => key !== group.key);
  return group.members.filter((id) => !members.includes(id) && !others.some((other) => other.members.includes(id)));
}
