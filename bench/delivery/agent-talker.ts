import type { Entry } from '@vetrina/protocol/conversation';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { toAgent } from '@vetrina/protocol/to-agent';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { WebSocket } from 'ws';
import { Line } from './line.ts';
import { Outbox } from './outbox.ts';
import { Sender } from './sender.ts';
import { type Shown, ShownLog } from './shown-log.ts';

const asShown = ({ seq, body }: Entry): Shown => ({ seq, text: body.kind === 'text' ? body.text : body.kind });

/** A screen of the team that talks to one visitor and shows their conversation. */
export class AgentTalker {
  readonly outbox = new Outbox();
  readonly log = new ShownLog();
  conversation: ConversationId | null = null;
  readonly #visitor: () => VisitorId | null;
  readonly #sender: Sender;
  readonly #line: Line;

  /** @param ticket fetches a fresh one over the signed-in session */
  constructor(url: string, ticket: () => Promise<string>, visitor: () => VisitorId | null, random: SeededRandom) {
    this.#visitor = visitor;
    this.#sender = new Sender(this.outbox, (id, saying) => {
      const to = this.#place();
      if (to !== null) this.#line.send({ type: 'say', id, to, audience: 'everyone', saying });
    });
    this.#line = new Line(
      () => dial(url, ticket),
      (frame) => this.#heard(frame),
      () => this.#sender.rest(),
      random.next,
    );
  }

  write(text: string): void {
    this.outbox.write(text);
    this.#sender.wake();
  }

  wake(): void {
    this.#sender.wake();
  }

  cut(): void {
    this.#line.cut();
  }

  /** Asks for whatever is missing. */
  resume(): void {
    if (this.conversation === null) return;
    this.#line.send({ type: 'follow-conversation', conversation: this.conversation, after: this.log.last });
  }

  close(): void {
    this.#line.close();
  }

  /** By the visitor at first (V8), in the conversation afterwards. */
  #place() {
    if (this.conversation !== null) return { to: 'conversation', conversation: this.conversation };
    const visitor = this.#visitor();
    return visitor === null ? null : { to: 'visitor', visitor };
  }

  #heard(text: string): void {
    const frame = toAgent.parse(JSON.parse(text));
    switch (frame.type) {
      case 'welcome':
        this.resume();
        this.#sender.wake();
        break;
      case 'conversation-followed':
        if (frame.found !== null) this.log.resumed(frame.found.follows, frame.found.entries.map(asShown));
        break;
      case 'entry':
        if (!this.log.add(asShown(frame.entry))) this.resume();
        break;
      case 'said':
        if (this.conversation !== frame.conversation) {
          this.conversation = frame.conversation;
          this.resume();
        }
        this.#sender.said(frame.id);
        break;
      case 'refused':
        this.#sender.refused(frame);
        break;
      default:
        break;
    }
  }
}

async function dial(url: string, ticket: () => Promise<string>): Promise<WebSocket> {
  const hello = { type: 'hello', protocol: PROTOCOL_VERSION, ticket: await ticket() };
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/agent`, {
    headers: { origin: url },
    perMessageDeflate: false,
    handshakeTimeout: 5_000,
  });
  socket.on('open', () => socket.send(JSON.stringify(hello)));
  return socket;
}
