import type { TabId } from '@vetrina/protocol/ids';
import type { Page } from '@vetrina/protocol/messages/page';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { freshMessage, questionOf, replyOf } from './chatter.ts';
import { helloOf, pageMessage } from './hello.ts';
import { freshPageView, type Person } from './person.ts';
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
  /** Answers of the team so far; null: asked nothing. */
  answers: number | null;
}

/** How often the model is asked what is due, ms. */
const TICK = 50;
/** How long people write on a sentence, ms. */
const WRITING = 5_000;

/** Lets a population live on a site through real sockets until `stop` is called. */
export function playCrowd(site: Site, size: number, seed: number, rampMs: number) {
  const random = seededRandom(seed);
  const people = population(size, random, performance.now(), rampMs);
  const tabs = new Map<TabId, Tab>();
  const numbers: CrowdNumbers = { connected: 0, refused: new Map(), lastError: null };

  function forget(tab: TabId): void {
    const known = tabs.get(tab);
    if (known?.open) numbers.connected -= 1;
    tabs.delete(tab);
  }

  function open({ person, tab, page, landing }: Extract<Action, { do: 'open' }>): void {
    const source = person.source;
    const first = pageMessage(
      site.url,
      page,
      freshPageView(random),
      landing ? source.query : '',
      landing ? source.referrer : `${site.url}/demo/`,
    );
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
      onFrame: (text) => hear(person, tab, JSON.parse(text) as ToVisitor),
    });
    tabs.set(tab, { socket, page: first, open: false, answers: null });
  }

  /** Says so after the time it takes to write it, if they are still there then. */
  function write(tab: TabId, text: string): void {
    tabs.get(tab)?.socket.send({ type: 'typing', text: '' });
    setTimeout(() => {
      tabs.get(tab)?.socket.send({ type: 'say', id: freshMessage(random), saying: { kind: 'text', text } });
    }, WRITING);
  }

  function hear(person: Person, tab: TabId, frame: ToVisitor): void {
    const known = tabs.get(tab);
    if (known === undefined || known.answers === null || frame.type !== 'chat-entry') return;
    const { author, body, seq } = frame.entry;
    if (author.who !== 'agent' || body.kind !== 'text') return;
    known.socket.send({ type: 'read', seq });
    const reply = replyOf(person, known.answers, random);
    known.answers += 1;
    if (reply !== null) write(tab, reply);
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
        tab.answers = 0;
        write(action.tab, questionOf(action.person, random));
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
