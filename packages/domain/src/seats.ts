import type { Role } from '@vetrina/protocol/http/account';
import type { AgentId } from '@vetrina/protocol/ids';

interface Seatable {
  readonly id: AgentId;
  readonly role: Role;
  readonly active: boolean;
  readonly createdAt: number;
}

/**
 * P: who of a team has one of `seats` seats: owners first, then whoever has been there longest. A plan that became smaller
 * takes nobody's place away for good; who has no seat waits outside, and keeps everything.
 */
export function seatedAgents(team: readonly Seatable[], seats: number): ReadonlySet<AgentId> {
  const waiting = team.filter(({ active }) => active).sort(bySeniority);
  return new Set(waiting.slice(0, seats).map(({ id }) => id));
}

function bySeniority(a: Seatable, b: Seatable): number {
  if ((a.role === 'owner') !== (b.role === 'owner')) return a.role === 'owner' ? -1 : 1;
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  return a.id < b.id ? -1 : 1;
}
