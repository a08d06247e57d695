import type { ConversationId } from '@vetrina/protocol/ids';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import type { Vetrina } from '../server/vetrina.ts';
import { BoxPage } from './box-page.ts';
import { Browser } from './browser/browser.ts';
import { DashboardPage } from './dashboard-page.ts';
import { Person } from './person.ts';

/** A visitor, and the agent who talks to them. */
export interface Pair {
  readonly visitor: Person<BoxPage>;
  readonly agent: Person<DashboardPage>;
}

export function pairOf(vetrina: Vetrina, nth: number, random: SeededRandom): Pair {
  const { url } = vetrina;
  const visitor = new Person({
    // One in four is on a page without HTTPS, one in four forbids databases.
    browser: new Browser(random, { locks: nth % 4 === 1, databases: nth % 4 === 2 }),
    address: `${url}/demo/`,
    headers: {
      ...{ origin: url, 'user-agent': 'Mozilla/5.0 Firefox/140.0' },
      'x-forwarded-for': `10.0.${nth >> 8}.${nth & 255}`,
    },
    load: (page) => new BoxPage(page, vetrina, random),
    oneOrder: true,
    random,
  });
  const agent = new Person({
    browser: new Browser(random),
    address: url,
    headers: { origin: url },
    load: (page) =>
      new DashboardPage(page, vetrina, {
        visitor: () => visitor.screens.find((screen) => screen.visitor !== null)?.visitor ?? null,
        conversation: () => spokenBy(visitor),
      }),
    oneOrder: false,
    random,
  });
  return { visitor, agent };
}

export const conversationOf = ({ visitor }: Pair): ConversationId | null => spokenBy(visitor);

function spokenBy({ screens }: Person<BoxPage>): ConversationId | null {
  return screens.find(({ conversation }) => conversation !== null)?.conversation ?? null;
}
