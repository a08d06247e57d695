import { fold } from '@vetrina/domain/fold';
import { sees } from '@vetrina/domain/group-scope';
import type { ListedVisitor } from '@vetrina/domain/listed';
import { orderFor } from '@vetrina/domain/order';
import { compileQuery, parseQuery } from '@vetrina/domain/query';
import type { VisitorsFound } from '@vetrina/protocol/http/desk';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Actor } from '../accounts/ports.ts';
import { createAttemptLimit } from '../platform/attempts.ts';
import type { Clock } from '../platform/clock.ts';
import type { Breathe } from '../platform/turns.ts';
import type { AccountLists } from './account-lists.ts';

/** Visitors looked at in one go: a millisecond or two. */
const SLICE = 5_000;

/** Somebody who types all day stays far below. */
const PER_MINUTE = 120;

export interface FindVisitorsParts {
  readonly clock: Clock;
  readonly lists: AccountLists;
  readonly breathe: Breathe;
}

/**
 * D1: the first few of everyone on the site whom the agent may see and a query (as in V5's box) finds.
 * @throws Refusal `too_many_requests`
 */
export type FindVisitors = (actor: Actor, text: string) => Promise<VisitorsFound>;

export function createFindVisitors({ clock, lists, breathe }: FindVisitorsParts): FindVisitors {
  const limit = createAttemptLimit(clock, PER_MINUTE, 60_000);
  return async ({ account, agent, groups }, text) => {
    limit.count(agent);
    const finds = finderOf(text, clock.now());
    const first = new FirstFew(text);
    let looked = 0;
    for (const item of lists.find(account)?.list.items() ?? []) {
      looked += 1;
      if (looked % SLICE === 0) await breathe();
      if (item.status !== 'left' && sees(groups, item.visitor.group) && finds(item)) first.take(item);
    }
    return { visitors: first.items.map(({ row }) => row), total: first.total };
  };
}

function finderOf(text: string, now: number): (item: ListedVisitor) => boolean {
  const { says, test } = compileQuery(parseQuery(text), now);
  return (item) => (says === null || says(item.text)) && (test === null || test(item));
}

const { compare } = orderFor({ column: 'status', direction: 'descending' });

/** Whoever is called what was typed comes before those of whom something else says it. */
class FirstFew {
  readonly items: ListedVisitor[] = [];
  total = 0;
  readonly #words: readonly string[];
  readonly #called = new WeakMap<ListedVisitor, boolean>();

  constructor(text: string) {
    this.#words = fold(text).split(' ');
  }

  take(item: ListedVisitor): void {
    this.total += 1;
    this.#called.set(item, this.#isCalledSo(item));
    const last = this.items.at(-1);
    if (this.items.length === LIMITS.visitorsFound && last !== undefined && this.#order(last, item) < 0) return;
    this.items.push(item);
    this.items.sort((a, b) => this.#order(a, b));
    this.items.splice(LIMITS.visitorsFound);
  }

  #order(a: ListedVisitor, b: ListedVisitor): number {
    return Number(this.#called.get(b) ?? false) - Number(this.#called.get(a) ?? false) || compare(a, b);
  }

  #isCalledSo({ name, visitor }: ListedVisitor): boolean {
    const called = ` ${name || `visitor ${visitor.number}`} ${fold(visitor.email ?? '')}`;
    return this.#words.every((word) => called.includes(` ${word}`));
  }
}
