import { applyPatch } from '@vetrina/domain/window';
import type { ListPatch } from '@vetrina/protocol/messages/patch';
import type { Watch } from '@vetrina/protocol/messages/watch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import { type ToAgent, toAgent } from '@vetrina/protocol/to-agent';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { settle } from '@vetrina/testkit/fake-clock';
import type { SocketPair } from '@vetrina/testkit/socket-pair';
import type { Actor } from '../src/accounts/ports.ts';

/** What a screen needs of the world. */
interface AgentsDoor {
  knockAsAgent(): SocketPair;
  ticket(actor: Actor): string;
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
  }

  #patch(patch: ListPatch): void {
    if (this.window === null || this.window.watch !== patch.watch || this.window.revision + 1 !== patch.revision) {
      this.gaps += 1;
      return;
    }
    this.window = applyPatch(this.window, patch);
  }
}
