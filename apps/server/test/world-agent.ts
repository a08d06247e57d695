import { applyInboxPatch } from '@vetrina/domain/inbox';
import { applyPatch } from '@vetrina/domain/window';
import type { ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import type { InboxWindow, LiveFolder } from '@vetrina/protocol/messages/inbox';
import type { ListPatch } from '@vetrina/protocol/messages/patch';
import type { Watch } from '@vetrina/protocol/messages/watch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import { type ToAgent, toAgent } from '@vetrina/protocol/to-agent';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { settle } from '@vetrina/testkit/fake-clock';
import type { SocketPair } from '@vetrina/testkit/socket-pair';
import type { Actor } from '../src/accounts/ports.ts';
import { idText } from './world-samples.ts';

/** What a screen needs of the world. */
interface AgentsDoor {
  knockAsAgent(): SocketPair;
  ticket(actor: Actor): string;
  next(): number;
}

const EVERYONE: Watch = {
  type: 'watch',
  watch: 1,
  filter: 'all',
  query: '',
  sort: { column: 'status', direction: 'descending' },
  offset: 0,
  limit: 50,
  pace: 'front',
};

/** An agent's screen as the dashboard keeps it: a window, then patches laid over it. */
export class WorldAgent {
  readonly actor: Actor;
  readonly socket: SocketPair;
  readonly frames: ToAgent[] = [];
  /** What the screen shows; null before the first window. */
  window: ListWindow | null = null;
  /** What the inbox shows; null before it was opened. */
  inbox: InboxWindow | null = null;
  /** Patches that did not continue the window: there must be none. */
  gaps = 0;
  readonly #world: AgentsDoor;

  constructor(world: AgentsDoor, actor: Actor) {
    this.#world = world;
    this.actor = actor;
    this.socket = world.knockAsAgent();
    this.socket.onText((text) => this.#receive(toAgent.parse(JSON.parse(text))));
    this.says({ type: 'hello', protocol: PROTOCOL_VERSION, ticket: world.ticket(actor) });
  }

  says(frame: object): void {
    this.socket.sendToServer(JSON.stringify(frame));
  }

  async watches(more: Partial<Watch> = {}): Promise<this> {
    await settle();
    this.says({ ...EVERYONE, ...more });
    await settle();
    return this;
  }

  /** Says something to a visitor (V8) or in a conversation, under a fresh id, which it answers. */
  async writes(
    to: { readonly visitor: VisitorId } | { readonly conversation: ConversationId },
    text: string,
    more: { readonly audience?: 'everyone' | 'team'; readonly id?: MessageId } = {},
  ): Promise<MessageId> {
    const id = more.id ?? (idText('', this.#world.next()) as MessageId);
    const place = 'visitor' in to ? { to: 'visitor', ...to } : { to: 'conversation', ...to };
    this.says({ type: 'say', id, to: place, audience: more.audience ?? 'everyone', saying: { kind: 'text', text } });
    await settle();
    return id;
  }

  /** Looks at a folder of the inbox from now on. */
  async opensInbox(folder: LiveFolder, limit = 50): Promise<this> {
    await settle();
    this.says({ type: 'watch-inbox', watch: 1, folder, limit });
    await settle();
    return this;
  }

  /** Keeps a conversation open from now on. */
  async opens(conversation: ConversationId, after = 0): Promise<this> {
    await settle();
    this.says({ type: 'follow-conversation', conversation, after });
    await settle();
    return this;
  }

  /** What this screen was shown of the conversation it follows, as texts or kinds of entries, in that order. */
  get shown(): string[] {
    const entries = this.frames.flatMap((frame) => {
      if (frame.type === 'conversation-followed') return frame.found?.entries ?? [];
      return frame.type === 'entry' ? [frame.entry] : [];
    });
    return entries.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));
  }

  /** The newest notice, or undefined. */
  get heard(): string[] {
    return this.of('notice').map(({ because }) => because);
  }

  /** The names on the screen, from the top. */
  get names(): (string | null)[] {
    return this.rows.map((row) => row.name);
  }

  get rows(): VisitorRow[] {
    return this.window?.rows ?? [];
  }

  row(name: string): VisitorRow | undefined {
    return this.rows.find((row) => row.name === name);
  }

  of<T extends ToAgent['type']>(type: T): Extract<ToAgent, { type: T }>[] {
    return this.frames.filter((frame): frame is Extract<ToAgent, { type: T }> => frame.type === type);
  }

  get patches(): number {
    return this.of('patch').length;
  }

  /** The same list asked anew on another screen: what the patches must have led to. */
  async fresh(): Promise<ListWindow> {
    const other = new WorldAgent(this.#world, this.actor);
    await other.watches(this.#asked ?? {});
    other.socket.closeFromClient();
    await settle();
    return other.window as ListWindow;
  }

  #asked: Watch | null = null;

  get query(): string {
    return this.#asked?.query ?? '';
  }

  /** Moves what `looksAt` showed. */
  scrolls(offset: number, limit: number): void {
    if (this.#asked === null) return;
    this.#asked = { ...this.#asked, offset, limit };
    this.says({ type: 'scroll', watch: this.#asked.watch, offset, limit });
  }

  /** Like `watches`, remembered for `fresh`. */
  looksAt(more: Partial<Watch> = {}): Promise<this> {
    this.#asked = { ...EVERYONE, ...more };
    return this.watches(more);
  }

  #receive(frame: ToAgent): void {
    this.frames.push(frame);
    if (frame.type === 'window') this.window = frame;
    if (frame.type === 'patch') this.#patch(frame);
    if (frame.type === 'inbox') this.inbox = frame;
    if (frame.type === 'inbox-patch' && this.inbox !== null) this.inbox = applyInboxPatch(this.inbox, frame);
  }

  #patch(patch: ListPatch): void {
    if (this.window === null || this.window.watch !== patch.watch || this.window.revision + 1 !== patch.revision) {
      this.gaps += 1;
      return;
    }
    this.window = applyPatch(this.window, patch);
  }
}
