import type { FileCard } from '@vetrina/protocol/conversation';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { MessageId } from '@vetrina/protocol/ids';
import type { Refused } from '@vetrina/protocol/messages/say';
import type { BoxEnv } from '../browser-env.ts';
import { inOrder, type KeptFrame, type OutboxItem } from './outbox-item.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { TakeTurns } from './take-turns.ts';
import { TellOnce, type Yes } from './tell-once.ts';

type Answer = Yes | Refused;

export type OutboxNews = { readonly is: 'outbox' } | { readonly is: 'answered'; readonly answer: Yes };

interface OutboxPorts {
  readonly env: Pick<BoxEnv, 'now' | 'after'>;
  readonly store: OutboxStore;
  readonly takeTurns: TakeTurns;
  /** False: no open socket. */
  send(frame: KeptFrame): boolean;
  /** Who the visitor of this page is, as `Bridge.who` names them; the line is theirs. */
  who(): string | null;
  /** Of this or another tab: items came, went or failed. */
  changed(items: readonly OutboxItem[]): void;
  /** The server has it, as this tab knows now. */
  settled(item: OutboxItem, answer: Yes): void;
  /** The same, in one tab alone: where it was written, or, if that page is gone, where it was sent. `item` is gone. */
  told(item: OutboxItem, answer: Yes): void;
  /** The server will not have it; `item` is marked as failed. */
  refused(item: OutboxItem): void;
  /** Tells the other tabs that the store is no longer as it was, or that the server has something of it. */
  tellTabs(news: OutboxNews): void;
}

/** Without an answer for so long the frame is sent again; the server answers a repeat as it did before. */
const ANSWER_MS = 20_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * C3: what the visitor says is written here first, and sent until the server has it: one at a time, oldest first, over
 * reconnects, pages and tabs.
 */
export class Outbox {
  private readonly ports: OutboxPorts;
  private items: readonly OutboxItem[] = [];
  /** Not in the store: still being written, or it could not be (a full disk). The latter live as long as the page. */
  private readonly unkept = new Map<MessageId, { readonly item: OutboxItem; readonly writing: boolean }>();
  private nth = 0;
  private open = false;
  private draining = false;
  private again = false;
  private hears: ((answer: Answer | 'cut' | 'silence') => void) | undefined;
  private inFlight: MessageId | undefined;
  /** The server has these; they are on their way out of the store. */
  private readonly settling = new Set<MessageId>();
  private readonly tellOnce: TellOnce;

  constructor(ports: OutboxPorts) {
    this.ports = ports;
    this.tellOnce = new TellOnce({
      env: ports.env,
      take: (id) => this.take(id),
      tellTabs: (answer) => ports.tellTabs({ is: 'answered', answer }),
      told: ports.told,
    });
  }

  /** Keeps a frame and sends it when its turn comes. Resolves as soon as it would survive the page. */
  async add(frame: KeptFrame, card: FileCard | null = null): Promise<void> {
    const { env, who, store } = this.ports;
    this.nth += 1;
    const item: OutboxItem = {
      frame,
      at: env.now(),
      nth: this.nth,
      by: who(),
      state: { is: 'waiting' },
      card,
    };
    this.tellOnce.wrote(item);
    this.unkept.set(frame.id, { item, writing: true });
    this.show(this.items);
    const isKept = await store.put(item).then(
      () => true,
      () => false,
    );
    if (!this.unkept.has(frame.id)) {
      // Removed or forgotten while it was being written.
      await store.remove(frame.id).catch(() => undefined);
      return;
    }
    if (isKept) this.unkept.delete(frame.id);
    else this.unkept.set(frame.id, { item, writing: false });
    this.ports.tellTabs({ is: 'outbox' });
    this.drain();
  }

  /** A failed item gets another chance, at the end of the queue. */
  async tryAgain(id: MessageId): Promise<void> {
    const item = this.items.find(({ frame }) => frame.id === id);
    if (!item) return;
    await this.remove(id);
    await this.add(item.frame, item.card);
  }

  async remove(id: MessageId): Promise<void> {
    await this.take(id);
  }

  /** The visitor has become another, or nobody: what those before them left unsent is gone, here and in the store. */
  async forgetOthers(): Promise<void> {
    const { store, tellTabs } = this.ports;
    this.tellOnce.forget();
    for (const [id, { item }] of this.unkept) if (!this.isMine(item)) this.unkept.delete(id);
    this.show(this.items.filter((item) => this.isMine(item)));
    for (const item of await store.all()) if (!this.isMine(item)) await store.remove(item.frame.id);
    this.show(await this.stored());
    tellTabs({ is: 'outbox' });
  }

  /** What the store holds is shown, and sent if there is a line: at the start, and when another tab changed it. */
  async look(): Promise<void> {
    this.show(await this.stored());
    this.drain();
  }

  /** After every welcome: nothing is in flight any more. */
  welcomed(): void {
    this.open = true;
    this.hears?.('cut');
    this.drain();
  }

  /** The line is lost. */
  cut(): void {
    this.open = false;
    this.hears?.('cut');
  }

  /** Another tab has sent something, perhaps of this page. */
  heardElsewhere(answer: Yes): void {
    const item = this.tellOnce.ownItem(answer.id);
    if (item) this.settle(item, answer);
  }

  hear(answer: Answer): void {
    if (answer.id === this.inFlight) this.hears?.(answer);
  }

  /** What this visitor wrote. Another's, which another tab has put there, is not shown, not sent and not removed. */
  private async stored(): Promise<OutboxItem[]> {
    const items = await this.ports.store.all().catch(() => []);
    return items.filter((item) => this.isMine(item));
  }

  private isMine({ by }: OutboxItem): boolean {
    return by === this.ports.who();
  }

  private show(items: readonly OutboxItem[]): void {
    const kept = items.filter(({ frame }) => !this.unkept.has(frame.id));
    this.items = inOrder([...kept, ...[...this.unkept.values()].map(({ item }) => item)]);
    this.ports.changed(this.items);
  }

  private drain(): void {
    this.again = true;
    if (this.draining) return;
    this.draining = true;
    const turn = async (): Promise<void> => {
      while (this.again && this.open) {
        this.again = false;
        await this.ports.takeTurns(() => this.sendAll());
      }
      this.draining = false;
    };
    turn().catch(() => {
      this.draining = false;
    });
  }

  private async sendAll(): Promise<void> {
    let refusals = 0;
    while (this.open) {
      const item = await this.next();
      if (!item) return;
      const answer = await this.ask(item);
      if (answer === 'cut') return;
      if (answer === 'silence') continue;
      if (answer.type === 'refused' && answer.retry) {
        await this.pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** refusals));
        refusals += 1;
        continue;
      }
      refusals = 0;
      if (answer.type === 'refused') await this.fail(item, answer.code);
      else this.settle(item, answer);
    }
  }

  /** The oldest that waits, as the store has it now: other tabs add, send and remove too. */
  private async next(): Promise<OutboxItem | undefined> {
    this.show(await this.stored());
    return this.items.find(({ frame, state }) => state.is === 'waiting' && !this.isBusyWith(frame.id));
  }

  private isBusyWith(id: MessageId): boolean {
    return this.settling.has(id) || this.unkept.get(id)?.writing === true;
  }

  private ask({ frame }: OutboxItem): Promise<Answer | 'cut' | 'silence'> {
    return new Promise((resolve) => {
      const stopWaiting = this.ports.env.after(ANSWER_MS, () => this.hears?.('silence'));
      this.inFlight = frame.id;
      this.hears = (answer) => {
        stopWaiting();
        this.inFlight = undefined;
        this.hears = undefined;
        resolve(answer);
      };
      if (!this.ports.send(frame)) this.hears('cut');
    });
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.ports.env.after(ms, () => this.hears?.('silence'));
      this.hears = () => {
        stop();
        this.hears = undefined;
        resolve();
      };
    });
  }

  private async fail(item: OutboxItem, code: ErrorCode): Promise<void> {
    const failed: OutboxItem = { ...item, state: { is: 'failed', code } };
    await this.ports.store.put(failed).catch(() => undefined);
    if (this.unkept.has(item.frame.id)) this.unkept.set(item.frame.id, { item: failed, writing: false });
    this.show(this.items.map((one) => (one.frame.id === item.frame.id ? failed : one)));
    this.ports.tellTabs({ is: 'outbox' });
    this.ports.refused(failed);
  }

  private settle(item: OutboxItem, answer: Yes): void {
    const { id } = item.frame;
    // First shown as said, then removed: its words never vanish in between.
    this.ports.settled(item, answer);
    this.settling.add(id);
    this.tellOnce
      .answered(item, answer)
      .finally(() => this.settling.delete(id))
      .catch(() => undefined);
  }

  /** Out of sight at once, then out of the store. True: nobody else took it. */
  private async take(id: MessageId): Promise<boolean> {
    const wasUnkept = this.unkept.delete(id);
    this.show(this.items.filter(({ frame }) => frame.id !== id));
    // A store that fails is no reason to be silent.
    const wasThere = await this.ports.store.remove(id).catch(() => true);
    this.ports.tellTabs({ is: 'outbox' });
    return wasUnkept || wasThere;
  }
}
