import type { TabId } from '@vetrina/protocol/ids';
import type { Activity } from '@vetrina/protocol/messages/activity';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { freshTab, makePerson, type Person } from './person.ts';
import { CATEGORIES, HOME, nextPage, PRODUCTS, type ShopPage } from './shop.ts';
import { timeQueue } from './time-queue.ts';

/** What somebody does next. `query` stands behind the address of a landing page only. */
export type Action =
  | {
      readonly do: 'open';
      readonly person: Person;
      readonly tab: TabId;
      readonly page: ShopPage;
      readonly landing: boolean;
    }
  | { readonly do: 'view'; readonly tab: TabId; readonly page: ShopPage }
  | { readonly do: 'touch'; readonly tab: TabId; readonly kind: Activity['kind'] }
  | { readonly do: 'sign-in'; readonly person: Person; readonly tab: TabId }
  /** Opens the chat and writes to the team. */
  | { readonly do: 'ask'; readonly person: Person; readonly tab: TabId }
  | { readonly do: 'leave'; readonly tab: TabId }
  /** The browser dies: no goodbye, no close frame. */
  | { readonly do: 'vanish'; readonly tab: TabId };

export interface Population {
  /** People who came and have not gone yet. */
  readonly present: number;
  /** Takes the next thing whose time has come; undefined: nothing for now. */
  takeDue(now: number): Action | undefined;
}

interface Stay {
  readonly person: Person;
  readonly tab: TabId;
  /** A second window of the same person; it does not bring a successor when it closes. */
  readonly extra: boolean;
  page: ShopPage;
  pagesLeft: number;
}

type Plan =
  | { readonly what: 'arrive' }
  | { readonly what: 'go-on' | 'touch' | 'sign-in' | 'ask' | 'end'; readonly stay: Stay };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const KINDS: readonly Activity['kind'][] = ['scroll', 'scroll', 'pointer', 'pointer', 'key', 'focus'];
/** People remembered so that some come back. */
const REMEMBERED = 500;
/** The share of shoppers who have a question. */
const CURIOUS = 0.03;

/**
 * People who arrive, browse, read, idle, leave and come back, as a pure function of a seed and the time. Each one who
 * goes is followed by another after a few seconds, so about `size` people are there at any time. Times are ms on the
 * caller's clock; `rampMs` is how long the first `size` arrivals take.
 */
export function population(size: number, random: SeededRandom, startsAt: number, rampMs: number): Population {
  const plans = timeQueue<Plan>();
  const gone: Person[] = [];
  let present = 0;

  for (let index = 0; index < size; index += 1) plans.add(startsAt + (rampMs * index) / size, { what: 'arrive' });

  /** Long-tailed: most pages are left after some seconds, a few are read for minutes. `mean` in ms. */
  const about = (mean: number) => Math.min(-Math.log(1 - random.next()) * mean, 6 * mean) + SECOND;

  const howManyPages = () => 1 + Math.floor(-Math.log(1 - random.next()) * 5);

  function planNext(stay: Stay, now: number): void {
    const staysOn = stay.pagesLeft > 0;
    // One in eight last pages is left open and forgotten: the list's inactive people.
    const idles = !staysOn && random.next() < 0.125;
    const until = now + (idles ? 10 * MINUTE + about(20 * MINUTE) : about(25 * SECOND));
    plans.add(until, { what: staysOn ? 'go-on' : 'end', stay });
    if (!idles) plans.add(Math.min(now + about(12 * SECOND), until - 1), { what: 'touch', stay });
  }

  function arrive(now: number): Action {
    const returning = gone.length > 0 && random.next() < 0.25;
    const person = (returning ? gone.splice(random.int(gone.length), 1)[0] : undefined) ?? makePerson(random);
    const page = random.next() < 0.5 ? HOME : random.pick([...CATEGORIES, ...PRODUCTS]);
    const stay = { person, tab: freshTab(random), extra: false, page, pagesLeft: howManyPages() };
    present += 1;
    planNext(stay, now);
    if (person.identity) plans.add(now + about(5 * SECOND), { what: 'sign-in', stay });
    if (person.kind === 'shopper' && random.next() < CURIOUS)
      plans.add(now + about(10 * SECOND), { what: 'ask', stay });
    return { do: 'open', person, tab: stay.tab, page, landing: true };
  }

  function goOn(stay: Stay, now: number): Action {
    stay.pagesLeft -= 1;
    stay.page = nextPage(stay.page, random);
    planNext(stay, now);
    if (stay.extra || random.next() > 0.02) return { do: 'view', tab: stay.tab, page: stay.page };
    const extra = { ...stay, tab: freshTab(random), extra: true, pagesLeft: 2 };
    planNext(extra, now);
    return { do: 'open', person: stay.person, tab: extra.tab, page: stay.page, landing: false };
  }

  function end(stay: Stay, now: number): Action {
    if (!stay.extra) {
      present -= 1;
      if (stay.person.kind === 'shopper' && gone.length < REMEMBERED) gone.push(stay.person);
      plans.add(now + about(2 * SECOND), { what: 'arrive' });
    }
    return { do: random.next() < 0.1 ? 'vanish' : 'leave', tab: stay.tab };
  }

  return {
    get present() {
      return present;
    },
    takeDue(now) {
      const plan = plans.takeDue(now);
      if (!plan) return undefined;
      switch (plan.what) {
        case 'arrive':
          return arrive(now);
        case 'go-on':
          return goOn(plan.stay, now);
        case 'end':
          return end(plan.stay, now);
        case 'touch':
          return { do: 'touch', tab: plan.stay.tab, kind: random.pick(KINDS) };
        case 'sign-in':
          return { do: 'sign-in', person: plan.stay.person, tab: plan.stay.tab };
        case 'ask':
          return { do: 'ask', person: plan.stay.person, tab: plan.stay.tab };
      }
    },
  };
}
