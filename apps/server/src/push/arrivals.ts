import { sees } from '@vetrina/domain/group-scope';
import type { AccountId, AgentId, VisitorId } from '@vetrina/protocol/ids';
import type { PushPayload } from '@vetrina/protocol/push';
import type { Clock } from '../platform/clock.ts';
import type { ArrivedVisitor, PushReceiver, PushRecords, PushSurroundings, PushTeam } from './ports.ts';

/** Whoever came a moment ago is not known by name yet, or leaves at once, ms. */
const FIRST_AFTER = 3_000;
/** C8: nobody is told of new visitors more often, ms. */
const EVERY = 60_000;
/** Of one account; more have come than anybody counts on a phone. */
const MOST_WAITING = 1_000;

export interface ArrivalParts {
  readonly records: Pick<PushRecords, 'ofAccount'>;
  readonly team: PushTeam;
  readonly surroundings: Pick<PushSurroundings, 'visitorNow'>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly push: (
    account: AccountId,
    concerns: (receiver: PushReceiver) => boolean,
    payload: PushPayload,
  ) => Promise<void>;
  readonly failed: (reason: unknown) => void;
}

/**
 * Gathers who comes to the sites, and tells the phones that want to hear of it together (C8). An arrival costs a place in a set:
 * thousands may come in a second, and of most accounts nobody hears. In memory: a restart forgets who came in the last minute.
 */
export class Arrivals {
  readonly #parts: ArrivalParts;
  readonly #waiting = new Map<AccountId, { readonly visitors: Set<VisitorId>; cancel: () => void }>();

  constructor(parts: ArrivalParts) {
    this.#parts = parts;
  }

  arrived(account: AccountId, visitor: VisitorId): void {
    const waiting = this.#waiting.get(account);
    if (waiting === undefined) {
      const cancel = this.#parts.clock.after(FIRST_AFTER, () => this.#tell(account));
      this.#waiting.set(account, { visitors: new Set([visitor]), cancel });
    } else if (waiting.visitors.size < MOST_WAITING) waiting.visitors.add(visitor);
  }

  stop(): void {
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  #tell(account: AccountId): void {
    const waiting = this.#waiting.get(account);
    if (waiting === undefined) return;
    if (waiting.visitors.size === 0) {
      this.#waiting.delete(account);
      return;
    }
    const came = [...waiting.visitors].flatMap((id) => this.#parts.surroundings.visitorNow(account, id) ?? []);
    waiting.visitors.clear();
    waiting.cancel = this.#parts.clock.after(EVERY, () => this.#tell(account));
    tellOf(this.#parts, account, came).catch(this.#parts.failed);
  }
}

/** Agents who see the same visitors (T1) are told the same. */
async function tellOf(
  { records, team, push, clock }: ArrivalParts,
  account: AccountId,
  came: readonly ArrivedVisitor[],
): Promise<void> {
  if (came.length === 0) return;
  const subscribed = new Set((await records.ofAccount(account)).map(({ agent }) => agent));
  if (subscribed.size === 0) return;
  const alike = new Map<string, Set<AgentId>>();
  const members = (await team.members(account)).filter(({ id }) => subscribed.has(id));
  for (const { id, groups } of members) {
    const key = JSON.stringify([...groups].sort());
    alike.set(key, (alike.get(key) ?? new Set()).add(id));
  }
  for (const [key, agents] of alike) {
    const seen = came.filter(({ group }) => sees(JSON.parse(key), group));
    const last = seen.at(-1);
    if (last === undefined) continue;
    const visitor = { id: last.id, number: last.number, name: last.name };
    const payload = { kind: 'visitors-came', visitor, count: seen.length, at: clock.now() } as const;
    await push(account, ({ id }) => agents.has(id), payload);
  }
}
