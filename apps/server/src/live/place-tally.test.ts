import { countedBits } from '@vetrina/domain/filters';
import type { ListedVisitor } from '@vetrina/domain/listed';
import { diffPlaces, type PlaceCounts, takePlaces } from '@vetrina/domain/places';
import { matches, parseQuery } from '@vetrina/domain/query';
import type { AccountId } from '@vetrina/protocol/ids';
import { FILTERS, type ListFilter } from '@vetrina/protocol/messages/list-shape';
import { aVisitor, NOW, visitorIdOf } from '@vetrina/testkit/builders';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AccountList, AccountLists } from './account-lists.ts';

const ACCOUNT = 'ac0000000000000000000001' as AccountId;
const QUERIES = ['', 'an', 'is:customer', '-anna', 'country:it', 'zzz'];

function freshList(): { lists: AccountLists; list: AccountList } {
  const lists = new AccountLists(() => ({ bots: 0, countedOnly: 0 }));
  return { lists, list: lists.enter(ACCOUNT, [], NOW) };
}

/** The same counted anew. */
function countedAnew(everyone: Iterable<ListedVisitor>, filter: ListFilter, typed: string): PlaceCounts {
  const query = parseQuery(typed);
  const countries = new Map<string, number>();
  let [total, unknown] = [0, 0];
  for (const item of everyone) {
    if (((countedBits(item) >> FILTERS.indexOf(filter)) & 1) === 0 || !matches(query, item, 0)) continue;
    const { country } = item.visitor;
    total += 1;
    if (country === null) unknown += 1;
    else countries.set(country, (countries.get(country) ?? 0) + 1);
  }
  return { total, totalIsFinal: true, unknown, countries };
}

const person = fc.record({
  id: fc.nat(60).map(visitorIdOf),
  name: fc.constantFrom('Anna', 'Bert', 'Andrea', null),
  country: fc.constantFrom('IT', 'DE', 'FR', null),
  customer: fc.boolean(),
  lastActivityAt: fc.constantFrom(NOW, NOW - 3_600_000),
  presence: fc.constantFrom({ state: 'here' } as const, { state: 'left', since: NOW } as const),
});
const step = fc.oneof(
  person.map((facts) => ({ do: 'put', facts }) as const),
  fc.nat(60).map((nth) => ({ do: 'remove', id: visitorIdOf(nth) }) as const),
  fc.constant({ do: 'search' } as const),
);

test('D3: counters moved one by one = everyone counted anew, however a search and changes meet', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 80 }),
      fc.array(step, { maxLength: 80 }),
      fc.constantFrom(...FILTERS),
      fc.constantFrom(...QUERIES),
      (before, after, filter, typed) => {
        const { lists, list } = freshList();
        // A clock on which every look finds the budget used up.
        let ticks = 0;
        const impatient = () => (ticks += 1_000);
        const look = () => list.places.look(filter, typed, 0);
        const play = (steps: typeof before, onSearch: () => void) => {
          for (const one of steps) {
            if (one.do === 'put') lists.put(ACCOUNT, aVisitor(one.facts), NOW);
            else if (one.do === 'remove') lists.remove(ACCOUNT, one.id, NOW);
            else onSearch();
          }
        };
        play(before, () => undefined);
        const early = look();
        play(after, () => early.search(0, impatient));
        while (early.searching) early.search(0, impatient);
        const late = look();
        while (late.searching) late.search(5, () => 0);
        const truth = countedAnew(list.list.items(), filter, typed);
        expect(early.counts()).toEqual(truth);
        expect(late.counts()).toEqual(truth);
        early.close();
        late.close();
        expect(list.places.searches).toBe(0);
      },
    ),
  );
});

const counts = fc.record({
  total: fc.nat(),
  totalIsFinal: fc.boolean(),
  unknown: fc.nat(9),
  countries: fc
    .dictionary(fc.constantFrom('IT', 'DE', 'FR', 'SG'), fc.integer({ min: 1, max: 9 }))
    .map((found) => new Map(Object.entries(found))),
});

test('D3: the counts before and what changed are the counts now, and nothing is said of what did not', () => {
  fc.assert(
    fc.property(fc.option(counts), counts, (before, now) => {
      const news = diffPlaces(before, now);
      if (news === null) expect(now).toEqual(before);
      else expect(takePlaces(before, { ...news, watch: 1 })).toEqual(now);
      expect(diffPlaces(now, now)).toBeNull();
    }),
  );
  expect(
    takePlaces(null, {
      ...{ type: 'places', watch: 1, isWhole: false, total: 1, totalIsFinal: true, unknown: 1 },
      countries: [],
    }),
  ).toBeNull();
});
