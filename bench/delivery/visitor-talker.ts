import { randomBytes } from 'node:crypto';
import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { AccountKey, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { toVisitor } from '@vetrina/protocol/to-visitor';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { WebSocket } from 'ws';
import { Line } from './line.ts';
import { Outbox } from './outbox.ts';
import { Sender } from './sender.ts';
import { type Shown, ShownLog } from './shown-log.ts';

export interface Site {
  readonly url: string;
  readonly key: AccountKey;
}

const idOf = (bytes: number) => randomBytes(bytes).toString('base64url');
const asShown = ({ seq, body }: PublicEntry): Shown => ({ seq, text: body.kind === 'text' ? body.text : body.kind });

/** One tab of a visitor's: it may be cut, and goes to another page in the middle of a send. */
class TalkingTab {
  readonly log = new ShownLog();
  readonly #site: Site;
  readonly #browserKey: string;
  readonly #ip: string;
  readonly #id = idOf(12);
  readonly #random: SeededRandom;
  readonly #sender: Sender;
  readonly #met: (visitor: VisitorId) => void;
  #conversation: ConversationId | null = null;
  #line: Line | null = null;

  constructor(
    site: Site,
    browserKey: string,
    ip: string,
    random: SeededRandom,
    outbox: Outbox,
    met: (visitor: VisitorId) => void,
  ) {
    this.#site = site;
    this.#browserKey = browserKey;
    this.#ip = ip;
    this.#random = random;
    this.#met = met;
    this.#sender = new Sender(outbox, (id, saying) => this.#line?.send({ type: 'say', id, saying }));
    this.open();
  }

  open(): void {
    this.#line = new Line(
      () => Promise.resolve(this.#dial()),
      (frame) => this.#heard(frame),
      () => this.#sender.rest(),
      this.#random.next,
    );
  }

  /** Another page: goodbye, and a new socket in a moment. What was on its way may have arrived or not. */
  navigate(): void {
    this.#line?.send({ type: 'goodbye' });
    this.#line?.close();
    this.#sender.rest();
    setTimeout(() => this.open(), 20 + this.#random.int(150));
  }

  cut(): void {
    this.#line?.cut();
  }

  wake(): void {
    this.#sender.wake();
  }

  /** Asks for whatever is missing. */
  resume(): void {
    this.#line?.send({ type: 'resume-chat', conversation: this.#conversation, after: this.log.last });
  }

  close(): void {
    this.#line?.close();
  }

  #dial(): WebSocket {
    const { url, key } = this.#site;
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/visitor?key=${key}`, {
      headers: { origin: url, 'user-agent': 'Mozilla/5.0 Firefox/140.0', 'x-forwarded-for': this.#ip },
      perMessageDeflate: false,
      handshakeTimeout: 5_000,
    });
    const page = { id: idOf(12), url: `${url}/demo/${this.#random.int(50)}`, title: 'A page' };
    socket.on('open', () =>
      socket.send(
        JSON.stringify({
          type: 'hello',
          protocol: PROTOCOL_VERSION,
          tab: this.#id,
          visitor: { as: 'known', browserKey: this.#browserKey, page, visible: true },
        }),
      ),
    );
    return socket;
  }

  #heard(text: string): void {
    const frame = toVisitor.parse(JSON.parse(text));
    switch (frame.type) {
      case 'welcome':
        if (frame.visitor !== null) this.#met(frame.visitor);
        this.resume();
        this.#sender.wake();
        break;
      case 'chat':
        if (frame.position === null) break;
        this.#conversation = frame.position.conversation;
        this.log.resumed(frame.follows, frame.entries.map(asShown));
        break;
      case 'chat-entry':
        if (frame.position.conversation !== this.#conversation && this.#conversation !== null) this.log.entries = [];
        this.#conversation = frame.position.conversation;
        if (!this.log.add(asShown(frame.entry))) this.resume();
        break;
      case 'said':
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

/** A visitor with two tabs and one outbox. */
export class VisitorTalker {
  readonly outbox = new Outbox();
  readonly tabs: readonly TalkingTab[];
  visitor: VisitorId | null = null;
  readonly #random: SeededRandom;

  constructor(site: Site, nth: number, random: SeededRandom) {
    this.#random = random;
    const browserKey = idOf(16);
    const ip = `10.0.${nth >> 8}.${nth & 255}`;
    const met = (visitor: VisitorId) => {
      this.visitor = visitor;
    };
    this.tabs = [0, 1].map(() => new TalkingTab(site, browserKey, ip, random, this.outbox, met));
  }

  write(text: string): void {
    this.outbox.write(text);
    this.#random.pick(this.tabs).wake();
  }

  /** Something happens to one of the tabs. */
  disturb(): void {
    const tab = this.#random.pick(this.tabs);
    if (this.#random.next() < 0.5) tab.cut();
    else tab.navigate();
  }

  close(): void {
    for (const tab of this.tabs) tab.close();
  }
}
