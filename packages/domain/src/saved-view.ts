import type { Role } from '@vetrina/protocol/http/account';
import type { ViewAsks } from '@vetrina/protocol/http/views';
import type { AgentId } from '@vetrina/protocol/ids';
import { FILTERS } from '@vetrina/protocol/messages/list-shape';
import type { ListedVisitor } from './listed.ts';
import { compileQuery, dependsOnTime, matches, parseQuery } from './query.ts';
import type { Query } from './query-words.ts';

/** Whose a view is. */
interface Belonging {
  /** Null: the account's. */
  readonly owner: AgentId | null;
  readonly shared: boolean;
}

/** SV2: one's own, and what the team shares. */
export function seesView({ owner, shared }: Belonging, agent: AgentId): boolean {
  return shared || owner === agent;
}

/** SV2: of those who see it, whoever made it, admins and owners. */
export function mayChangeView(view: Belonging, { agent, role }: { agent: AgentId; role: Role }): boolean {
  return view.owner === agent || (view.shared && role !== 'agent');
}

/** What a view asks, made ready to be asked of one visitor after the other. */
export interface ViewTest {
  /** SV3: does the visitor count at `now` (ms)? Who is shown as left does not. */
  holds(visitor: ListedVisitor, now: number): boolean;
  /**
   * The next moment after `now` at which `holds` may answer otherwise though nothing happened to the visitor; null: there is
   * none. What the status clock tells of (active, inactive, left) is something that happens.
   */
  nextTurn: ((visitor: ListedVisitor, now: number) => number | null) | null;
}

export function viewTest({ filter, query: typed }: Pick<ViewAsks, 'filter' | 'query'>): ViewTest {
  const query = parseQuery(typed);
  const bit = 1 << FILTERS.indexOf(filter);
  const stands = (visitor: ListedVisitor) => (visitor.filters & bit) !== 0 && visitor.status !== 'left';
  if (dependsOnTime(query)) {
    const turns = turnsOf(query);
    return {
      holds: (visitor, now) => stands(visitor) && matches(query, visitor, now),
      nextTurn: ({ visitor }, now) => nextAfter(turns, visitor.visitStartedAt, now),
    };
  }
  const { says, test } = compileQuery(query, 0);
  return {
    holds: (visitor) => stands(visitor) && (says === null || says(visitor.text)) && (test === null || test(visitor)),
    nextTurn: null,
  };
}

/** How long after the beginning of a visit an answer may turn, ms ascending. Comparisons hold or fail up to a ms beside. */
function turnsOf({ words }: Query): readonly number[] {
  const turns = words.flatMap(({ asks }) =>
    asks.kind === 'online' ? [asks.comparison.than, asks.comparison.than + 1] : [],
  );
  return turns.sort((a, b) => a - b);
}

function nextAfter(turns: readonly number[], start: number, now: number): number | null {
  for (const turn of turns) if (start + turn > now) return start + turn;
  return null;
}
