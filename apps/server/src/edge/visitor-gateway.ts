import { hostOf, safeAddress } from '@vetrina/domain/address';
import { originAllowed } from '@vetrina/domain/allowed-domains';
import type { CloseName } from '@vetrina/protocol/close-codes';
import { type FromVisitor, fromVisitor } from '@vetrina/protocol/from-visitor';
import type { Account } from '@vetrina/protocol/http/account';
import type { SnippetRefusal } from '@vetrina/protocol/http/installation';
import { accountKey, type VisitorId } from '@vetrina/protocol/ids';
import { type VisitorHello, visitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { PROTOCOL_FLOOR, PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { AccountDirectory, SnippetSightings } from '../accounts/ports.ts';
import { beatOf } from '../live/boxes.ts';
import type { PageRules } from '../live/page-rules.ts';
import type { UnlistedTally } from '../live/unlisted-tally.ts';
import type { Tab, VisitorIntake } from '../live/visitor-intake.ts';
import type { Clock } from '../platform/clock.ts';
import { AccountLimit, ARRIVAL_LIMITS, type ArrivalLimits } from './account-limit.ts';
import { Connection, type ConnectionParts } from './connection.ts';
import type { Peer, Socket } from './socket.ts';
import type { BoxVerbParts } from './visitor-box.ts';
import { isBox, VisitorConnection } from './visitor-connection.ts';
import { type RuleVerbParts, takeFromRules } from './visitor-rules.ts';
import { takeFromBox } from './visitor-verbs.ts';

export interface VisitorGatewayParts extends ConnectionParts, BoxVerbParts, RuleVerbParts {
  readonly pageRules: Pick<PageRules, 'messageFor' | 'greet' | 'changed'>;
  readonly clock: Clock;
  readonly accounts: Pick<AccountDirectory, 'byKey' | 'onChange'>;
  readonly sightings: Pick<SnippetSightings, 'seen' | 'refused'>;
  readonly intake: VisitorIntake;
  readonly unlisted: Pick<UnlistedTally, 'addBot' | 'addCounted'>;
  /** Origins of this server, whose pages may carry any account's snippet. */
  readonly selfOrigins: readonly string[];
  readonly failed: (reason: unknown) => void;
  /** Other limits than the usual ones, for tests. */
  readonly arrivals?: ArrivalLimits;
}

/** The endings that V11 explains, by the words it uses. */
const REFUSAL_OF = {
  foreignOrigin: 'foreign-origin',
  bot: 'bot',
  trackingOff: 'tracking-off',
} as const satisfies Partial<Record<CloseName, SnippetRefusal>>;

/** T3: who is not in a chat is not to be known where these are set. */
const LESS: ReadonlySet<Account['trackingMode']> = new Set(['chat-only', 'count-only']);

/** The visitors' door: key and origin, then a hello in time, then one call per frame. */
export class VisitorGateway {
  readonly #parts: VisitorGatewayParts;
  readonly #arrivals: AccountLimit;
  readonly #visitors = new Map<number, VisitorConnection>();
  #incarnations = 0;

  constructor(parts: VisitorGatewayParts) {
    this.#parts = parts;
    this.#arrivals = new AccountLimit(parts.clock, parts.arrivals ?? ARRIVAL_LIMITS);
    parts.intake.onReplaced((incarnation) => this.#visitors.get(incarnation)?.connection.close('replaced'));
    parts.accounts.onChange((account) => this.#settingsChanged(account));
  }

  /**
   * Takes a connected socket. Refusals come as close codes after accepting, because a page's script cannot read why an
   * upgrade failed.
   */
  accept(socket: Socket, peer: Peer, key: string | null): void {
    const connection = new Connection(this.#parts, socket, 'visitor', peer);
    this.#incarnations += 1;
    const visitor = new VisitorConnection(connection, peer, this.#incarnations);
    this.#visitors.set(visitor.incarnation, visitor);
    connection.onEnd((silentFor) => this.#ended(visitor, silentFor));
    connection.run(this.#serve(visitor, key), this.#parts.failed);
  }

  /** Connections held. */
  get size(): number {
    return this.#visitors.size;
  }

  /** Everyone connected, for draining. */
  connections(): Connection[] {
    return [...this.#visitors.values()].map(({ connection }) => connection);
  }

  async #serve(visitor: VisitorConnection, key: string | null): Promise<void> {
    const { connection } = visitor;
    const account = await this.#accountOf(key);
    if (account === null) return connection.close('unknownKey');
    if (!this.#arrivals.admits(account.id)) return connection.close('overloaded');
    if (this.#isForeign(account, visitor.peer)) return this.#refuse(visitor, account, 'foreignOrigin');
    visitor.at = account;

    const hello = await connection.hello(visitorHello);
    if (hello === null) return;
    if (hello.protocol < PROTOCOL_FLOOR) return connection.close('clientTooOld');
    if (hello.protocol > PROTOCOL_VERSION) return connection.close('clientTooNew');
    await this.#admit(visitor, account, hello);
  }

  #accountOf(key: string | null): Promise<Account | null> {
    const read = accountKey.safeParse(key);
    return read.success ? this.#parts.accounts.byKey(read.data) : Promise.resolve(null);
  }

  async #admit(visitor: VisitorConnection, account: Account, hello: VisitorHello): Promise<void> {
    const { connection, peer, incarnation } = visitor;
    const { clock, intake, sightings, unlisted } = this.#parts;
    const admission = await intake.hello(account, peer, hello.tab, incarnation, hello.visitor);
    switch (admission.as) {
      case 'refused':
        return this.#turnAway(visitor, account, admission.because);
      case 'counted':
        if (!connection.isOpen) return;
        visitor.counted = true;
        unlisted.addCounted(account.id, 1);
        this.#welcome(visitor);
        connection.onFrame(fromVisitor, () => undefined);
        break;
      case 'known':
        if (!this.#admitTab(visitor, account, hello, admission.visitor)) return;
        if (admission.problem !== null) connection.problem(admission.problem, 'hello');
        break;
    }
    // A counted visitor's page stays unknown; that the snippet works may be known.
    const page =
      hello.visitor.as === 'known' ? safeAddress(hello.visitor.page.url, account.keptQueryParameters) : peer.origin;
    if (page !== null) sightings.seen(account.id, page, clock.now());
  }

  #turnAway(visitor: VisitorConnection, account: Account, because: 'bot' | 'tracking-off' | 'bad-address'): void {
    const { connection } = visitor;
    if (because === 'bad-address') {
      connection.problem('bad_address', 'hello');
      this.#parts.counters.count('pages_dropped', 'bad-address');
      connection.close('badFrame');
      return;
    }
    if (because === 'bot') this.#parts.unlisted.addBot(account.id);
    this.#refuse(visitor, account, because === 'bot' ? 'bot' : 'trackingOff');
  }

  /** False: the connection was over before it was admitted. */
  #admitTab(visitor: VisitorConnection, account: Account, hello: VisitorHello, id: VisitorId): boolean {
    const { connection, incarnation } = visitor;
    const chatting = hello.visitor.as === 'known' && hello.visitor.chatting === true;
    const tab: Tab = { account, visitor: id, id: hello.tab, incarnation, chatting };
    visitor.tab = tab;
    if (connection.isOpen) {
      this.#welcome(visitor);
      connection.onFrame(fromVisitor, (frame) => this.#take(connection, tab, frame));
      return true;
    }
    this.#parts.intake.lost(tab);
    return false;
  }

  /** Says where the conversation stands and whether the team is there; from now on the tab is told when that changes. */
  #welcome(visitor: VisitorConnection): void {
    const { boxes, boxStates, chats, pageRules } = this.#parts;
    if (!isBox(visitor)) return;
    boxes.attach(visitor);
    const box = boxStates.greet(visitor);
    const chat = visitor.visitor === null ? null : chats.position(visitor.account, visitor.visitor);
    if (chat !== null) visitor.beatWith(beatOf(chat.lastSeq));
    visitor.connection.welcome({ visitor: visitor.visitor, chat, box, message: pageRules.messageFor(visitor) });
    pageRules.greet(visitor);
  }

  #take(connection: Connection, tab: Tab, frame: FromVisitor): void {
    switch (frame.type) {
      case 'page-viewed':
      case 'title-changed':
      case 'activity':
      case 'identify':
      case 'goodbye': {
        const taken = this.#parts.intake.frame(tab, frame);
        if (taken === 'lost') connection.close('silent');
        else if (taken !== 'taken') connection.problem(taken.problem, frame.type);
        return;
      }
      case 'rule-due':
      case 'automatic-message-seen':
      case 'automatic-message-closed':
        takeFromRules(this.#parts, { tab, connection }, frame);
        return;
      default:
        takeFromBox(this.#parts, { tab, connection }, frame);
    }
  }

  #isForeign(account: Account, { origin }: Peer): boolean {
    return !originAllowed(account.allowedDomains, origin ?? undefined, this.#parts.selfOrigins);
  }

  #refuse(visitor: VisitorConnection, account: Account, code: keyof typeof REFUSAL_OF): void {
    const because = REFUSAL_OF[code];
    const host = visitor.peer.origin === null ? null : hostOf(visitor.peer.origin);
    this.#parts.sightings.refused(account.id, because, host, this.#parts.clock.now());
    visitor.connection.close(code);
  }

  /** What is no longer allowed ends at once: other domains, less tracking. */
  #settingsChanged(account: Account): void {
    for (const visitor of this.#visitors.values()) {
      if (visitor.account?.id !== account.id) continue;
      visitor.at = account;
      if (visitor.tab !== null) visitor.tab.account = account;
      const tracksLess = !(visitor.tab?.chatting ?? false) && LESS.has(account.trackingMode);
      if (this.#isForeign(account, visitor.peer)) this.#refuse(visitor, account, 'foreignOrigin');
      else if (visitor.tab !== null && tracksLess) visitor.connection.close('trackingOff');
    }
    this.#parts.boxStates.changed(account.id);
    this.#parts.pageRules.changed(account.id);
  }

  #ended(visitor: VisitorConnection, silentFor: number): void {
    this.#visitors.delete(visitor.incarnation);
    if (isBox(visitor)) this.#parts.boxes.detach(visitor);
    if (visitor.tab !== null) this.#parts.intake.lost(visitor.tab, silentFor);
    if (visitor.counted && visitor.account !== null) this.#parts.unlisted.addCounted(visitor.account.id, -1);
  }
}
