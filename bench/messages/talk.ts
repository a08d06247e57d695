import type { Entry, PublicEntry } from '@vetrina/protocol/conversation';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { ConversationId, MessageId, PageViewId } from '@vetrina/protocol/ids';
import type { AgentHello } from '@vetrina/protocol/messages/agent-hello';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { type SeededRandom, seededRandom } from '@vetrina/testkit/seeded-random';
import { WebSocket } from 'ws';
import { helloOf } from '../crowd/hello.ts';
import { freshTab, makePerson } from '../crowd/person.ts';
import { openVisitorSocket, type Site } from '../crowd/visitor-socket.ts';

/** A visitor and an agent who write to each other in turn, and how long each message was on its way, ms. */
export interface Talk {
  /** The visitor writes; the agent answers as soon as the message is on the screen. */
  exchange(): void;
  readonly toAgent: number[];
  readonly toVisitor: number[];
  /** Sender → acknowledgement, which comes after the commit. */
  readonly acknowledged: number[];
  /** The same for the visitor's first message, with which the conversation begins. */
  readonly begun: number[];
  /** Exchanges begun and not yet through. */
  readonly open: number;
  end(): void;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const messageOf = (random: SeededRandom) =>
  Array.from({ length: 22 }, () => ALPHABET[random.int(ALPHABET.length)]).join('') as MessageId;

/** Lets a visitor into the shop and begins the conversation; resolves once the agent follows it. */
export async function beginTalk(site: Site, ticket: string, number: number): Promise<Talk> {
  const random = seededRandom(9_000_000 + number);
  const sentAt = new Map<MessageId, number>();
  const talk = {
    toAgent: [] as number[],
    toVisitor: [] as number[],
    acknowledged: [] as number[],
    begun: [] as number[],
  };
  const arrived = (id: MessageId, delays: number[]) => {
    const at = sentAt.get(id);
    if (at !== undefined) delays.push(performance.now() - at);
  };
  const say = (send: (id: MessageId) => void) => {
    const id = messageOf(random);
    sentAt.set(id, performance.now());
    send(id);
  };

  let conversation: ConversationId | null = null;
  let open = 0;
  let begun = (_: ConversationId): void => undefined;
  const first = new Promise<ConversationId>((resolve) => {
    begun = resolve;
  });
  const visitor = await visitorOf(site, number, random, (frame) => {
    if (frame.type === 'said') {
      arrived(frame.id, conversation === null ? talk.begun : talk.acknowledged);
      begun(frame.conversation);
    }
    if (frame.type === 'chat-entry' && isFrom('agent', frame.entry)) {
      arrived(frame.entry.id, talk.toVisitor);
      open -= 1;
    }
  });
  const visitorSays = (text: string) =>
    say((id) => visitor.send({ type: 'say', id, saying: { kind: 'text', text } } satisfies FromVisitor));

  visitorSays('Good morning');
  conversation = await first;
  const agent = await agentOf(site, ticket, (frame) => {
    if (frame.type !== 'entry' || !isFrom('visitor', frame.entry)) return;
    arrived(frame.entry.id, talk.toAgent);
    say((id) => agent.send(answerTo(frame.conversation, id)));
  });
  agent.send({ type: 'follow-conversation', conversation, after: 0 });
  return {
    ...talk,
    get open() {
      return open;
    },
    exchange() {
      open += 1;
      visitorSays('Is the blue lamp still there?');
    },
    end() {
      visitor.leave();
      agent.close();
    },
  };
}

const isFrom = (who: 'visitor' | 'agent', { author, body }: Entry | PublicEntry) =>
  author.who === who && body.kind === 'text';

const answerTo = (conversation: ConversationId, id: MessageId): FromAgent => ({
  type: 'say',
  id,
  to: { to: 'conversation', conversation },
  audience: 'everyone',
  saying: { kind: 'text', text: 'Yes, two of them' },
});

async function visitorOf(site: Site, number: number, random: SeededRandom, heard: (frame: ToVisitor) => void) {
  const person = { ...makePerson(random), kind: 'shopper', ip: `203.0.113.${number % 250}` } as const;
  const tab = freshTab(random);
  const id = `talk-${number.toString().padStart(6, '0')}` as PageViewId;
  const page = { id, url: `${site.url}/demo/talks`, title: 'Talks' };
  let welcomed = (): void => undefined;
  const welcome = new Promise<void>((resolve) => {
    welcomed = resolve;
  });
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0';
  const socket = openVisitorSocket(
    site,
    { ...person, userAgent },
    (again) => helloOf(person, tab, page, again),
    random.next,
    { onOpen: () => welcomed(), onFrame: (text) => heard(JSON.parse(text) as ToVisitor) },
  );
  await welcome;
  return socket;
}

/** An agent's screen that hears and says. */
export async function agentOf({ url }: Site, ticket: string, heard: (frame: ToAgent) => void) {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/agent`, {
    headers: { origin: new URL(url).origin },
    perMessageDeflate: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code, reason) => reject(new Error(`agent socket ended with ${code} ${reason}`)));
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, ticket } satisfies AgentHello)),
    );
    socket.on('message', (data) => {
      const frame = JSON.parse(data.toString()) as ToAgent;
      if (frame.type === 'conversation-followed' || frame.type === 'welcome') resolve();
      heard(frame);
    });
  });
  return {
    send: (frame: FromAgent) => socket.send(JSON.stringify(frame)),
    close() {
      socket.removeAllListeners().on('error', () => undefined);
      socket.terminate();
    },
  };
}
