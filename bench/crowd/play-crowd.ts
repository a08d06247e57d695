import type { PageViewId, TabId } from '@vetrina/protocol/ids';
import type { Page } from '@vetrina/protocol/messages/page';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { chatter } from './chatter.ts';
import { helloOf, pageMessage } from './hello.ts';
import { freshPageView } from './person.ts';
import { type Action, population } from './population.ts';
import { openVisitorSocket, type Site, type VisitorSocket } from './visitor-socket.ts';

export interface CrowdNumbers {
  /** Tabs with a connection that the server has answered. */
  connected: number;
  /** Endings after which the client stays away, by close code. */
  readonly refused: Map<number, number>;
  /** The latest network error, for the one line that explains an empty list. */
  lastError: string | null;
}

interface Tab {
  readonly socket: VisitorSocket;
  page: Page;
  open: boolean;
}

/** How often the model is asked what is due, ms. */
const TICK = 50;

function firstPage(
  { url }: Site,
  { person: { source }, page, landing }: Extract<Action, { do: 'open' }>,
  id: PageViewId,
): Page {
  return landing
    ? pageMessage(url, page, id, source.query, source.referrer)
    : pageMessage(url, page, id, '', `${url}/demo/`);
}

/** Lets a population live on a site through real sockets until `stop` is called. */
export function playCrowd(site: Site, size: number, seed: number, rampMs: number) {
  const random = seededRandom(seed);
  const people = population(size, random, performance.now(), rampMs);
  const tabs = new Map<TabId, Tab>();
  const talks = chatter(random, (tab, frame) => tabs.get(tab)?.socket.send(frame));
  const numbers: CrowdNumbers = { connected: 0, refused: new Map(), lastError: null };

  function forget(tab: TabId): void {
    const known = tabs.get(tab);
    if (known?.open) numbers.connected -= 1;
    tabs.delete(tab);
    talks.forget(tab);
  }

  function open(action: Extract<Action, { do: 'open' }>): void {
    const { person, tab } = action;
    const first = firstPage(site, action, freshPageView(random));
    const hello = (again: boolean) => helloOf(person, tab, tabs.get(tab)?.page ?? first, again);
    const socket = openVisitorSocket(site, person, hello, random.next, {
      onOpen() {
        const known = tabs.get(tab);
        if (!known || known.open) return;
        known.open = true;
        numbers.connected += 1;
      },
      onEnd(code) {
        numbers.refused.set(code, (numbers.refused.get(code) ?? 0) + 1);
        forget(tab);
      },
      onError(error) {
        numbers.lastError = error.message || error.name;
      },
      onFrame: (text) => talks.hear(person, tab, JSON.parse(text) as ToVisitor),
    });
    tabs.set(tab, { socket, page: first, open: false });
  }

  function act(action: Action): void {
    if (action.do === 'open') {
      open(action);
      return;
    }
    const tab = tabs.get(action.tab);
    if (!tab) return;
    switch (action.do) {
      case 'view':
        tab.page = pageMessage(site.url, action.page, freshPageView(random), '', tab.page.url);
        tab.socket.send({ type: 'page-viewed', page: tab.page });
        return;
      case 'touch':
        tab.socket.send({ type: 'activity', kind: action.kind });
        return;
      case 'sign-in':
        if (action.person.identity) tab.socket.send({ type: 'identify', identity: action.person.identity });
        return;
      case 'ask':
        talks.ask(action.person, action.tab);
        return;
      case 'leave':
      case 'vanish':
        tab.socket[action.do]();
        forget(action.tab);
    }
  }

  const timer = setInterval(() => {
    const now = performance.now();
    for (let action = people.takeDue(now); action; action = people.takeDue(now)) act(action);
  }, TICK);

  return {
    numbers,
    stop() {
      clearInterval(timer);
      for (const { socket } of tabs.values()) socket.leave();
      tabs.clear();
    },
  };
}
