import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { AccountKey, ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { Identity } from '@vetrina/protocol/messages/identity';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { type SeededRandom, seededRandom } from '@vetrina/testkit/seeded-random';
import { helloOf, pageMessage } from '../../bench/crowd/hello.ts';
import { freshPageView, freshTab, letters, makePerson, type Person } from '../../bench/crowd/person.ts';
import { CART, CATEGORIES, HOME, PRODUCTS } from '../../bench/crowd/shop.ts';
import { openVisitorSocket } from '../../bench/crowd/visitor-socket.ts';

/** Somebody who came to a shop and stays where they are. */
export interface Guest {
  /** Begins a conversation or goes on with it. */
  says(text: string): Promise<ConversationId>;
  sends(frame: FromVisitor): void;
  leaves(): void;
}

const PAGES = [HOME, CART, ...CATEGORIES, ...PRODUCTS];

function freshPerson(random: SeededRandom, identity: Identity | null | undefined): Person {
  for (;;) {
    const person = makePerson(random);
    if (person.kind === 'shopper') return identity === undefined ? person : { ...person, identity };
  }
}

export const freshMessage = (random: SeededRandom): MessageId => letters(random, 22) as MessageId;

/** The same person for the same seed. `identity`: what the page says of them; left out: as chance has it. */
export async function guestComes(url: string, key: string, seed: number, identity?: Identity | null): Promise<Guest> {
  const random = seededRandom(seed);
  const person = freshPerson(random, identity);
  const tab = freshTab(random);
  const page = pageMessage(url, random.pick(PAGES), freshPageView(random), person.source.query, person.source.referrer);
  const waiting = new Map<MessageId, (conversation: ConversationId) => void>();
  const hear = (frame: ToVisitor): void => {
    if (frame.type !== 'said') return;
    waiting.get(frame.id)?.(frame.conversation);
    waiting.delete(frame.id);
  };
  const socket = await new Promise<ReturnType<typeof openVisitorSocket>>((resolve, reject) => {
    const opened = openVisitorSocket(
      { url, key: key as AccountKey },
      person,
      (again) => helloOf(person, tab, page, again),
      random.next,
      {
        onOpen: () => resolve(opened),
        onEnd: (code) => reject(new Error(`a guest was turned away: ${code}`)),
        onFrame: (text) => hear(JSON.parse(text) as ToVisitor),
      },
    );
  });
  if (person.identity) socket.send({ type: 'identify', identity: person.identity });
  return {
    says: (text) =>
      new Promise((resolve) => {
        const id = freshMessage(random);
        waiting.set(id, resolve);
        socket.send({ type: 'say', id, saying: { kind: 'text', text } });
      }),
    sends: (frame) => socket.send(frame),
    leaves: () => socket.leave(),
  };
}
