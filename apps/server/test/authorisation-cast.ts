import { ROUTES, type RouteName } from '@vetrina/protocol/http/routes';
import type { AccountKey, BrowserKey, ConversationId, MessageId, TabId, VisitorId } from '@vetrina/protocol/ids';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { settle } from '@vetrina/testkit/fake-clock';
import { SocketPair } from '@vetrina/testkit/socket-pair';
import { type Answer, httpWorld, OWNER } from './http-world.ts';
import { aPeer, idText, SHOP } from './world-samples.ts';

/** Whoever may stand before a door. */
export const PEOPLE = [
  'anonymous',
  'visitor',
  'other visitor',
  'agent',
  'agent of another group',
  'admin',
  'owner',
  'owner of another account',
] as const;
export type Who = (typeof PEOPLE)[number];

export const isVisitor = (who: Who): boolean => who === 'visitor' || who === 'other visitor';

const STRANGER = { ...OWNER, email: 'sam@other.example', accountName: 'Other shop' };

/** What a request to a route of the table says beside who asks. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
}

/** One account with a team in two groups, two visitors, of whom one talks to the first group; and another account. */
export class Cast {
  readonly world: Awaited<ReturnType<typeof httpWorld>>;
  readonly #cookies = new Map<Who, string>();
  key!: AccountKey;
  /** In the first group, with a conversation. */
  visitor!: VisitorId;
  conversation!: ConversationId;
  /** The visitor's first message. */
  message!: MessageId;
  readonly agents = new Map<Who, string>();
  readonly sockets = new Map<Who, SocketPair>();
  #made = 0;

  private constructor(world: Cast['world']) {
    this.world = world;
  }

  static async gather(env: Readonly<Record<string, string>> = {}): Promise<Cast> {
    const cast = new Cast(await httpWorld({ SIGN_UP: 'open', ...env }));
    const owner = await cast.world.ask('POST', '/api/v1/setup', { body: OWNER });
    cast.#enters('owner', owner);
    cast.key = owner.json().account.key;
    const stranger = await cast.world.ask('POST', '/api/v1/sign-up', { body: STRANGER });
    cast.#enters('owner of another account', stranger);
    for (const key of ['sales', 'support'])
      await cast.must('owner', 'addGroup', { body: { key, name: `Group ${key}`, members: [] } });
    await cast.#hires('admin', 'admin', []);
    await cast.#hires('agent', 'agent', ['sales']);
    await cast.#hires('agent of another group', 'agent', ['support']);
    await cast.#talks();
    return cast;
  }

  next(): number {
    this.#made += 1;
    return this.#made;
  }

  /** A request as this person's browser would make it. */
  ask(who: Who, route: RouteName, { params = {}, query = '', body }: Asked = {}): Promise<Answer> {
    const { method, path } = ROUTES[route];
    const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? 'x'));
    const cookie = this.#cookies.get(who);
    return this.world.ask(method, address + query, {
      ...(method === 'GET' ? {} : { body: body ?? {} }),
      ...(cookie !== undefined && { cookie }),
      ...(isVisitor(who) && { headers: { origin: SHOP } }),
    });
  }

  /** The same, of what has to work. */
  async must(who: Who, route: RouteName, asked: Asked = {}): Promise<ReturnType<JSON['parse']>> {
    const answer = await this.ask(who, route, asked);
    if (answer.status >= 300) throw new Error(`${who} could not ${route}: ${answer.status} ${answer.text}`);
    return answer.status === 204 ? null : answer.json();
  }

  /** A visitor's page of the account, on an open socket. */
  async visits(name: string, more: object = {}): Promise<SocketPair> {
    const pair = new SocketPair();
    this.world.app.live.visitorGateway.accept(pair.server, aPeer(), this.key);
    await this.says(pair, {
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      tab: idText('tab', this.next(), 8) as TabId,
      visitor: {
        as: 'known',
        browserKey: idText('', this.next()) as BrowserKey,
        page: { id: idText('page', this.next(), 8), url: `${SHOP}/`, title: name },
        visible: true,
        identity: { name, ...more },
      },
    });
    await this.world.clock.pass(20);
    await settle();
    return pair;
  }

  /** A page of somebody who lets themselves only be counted. */
  async counts(): Promise<SocketPair> {
    const pair = new SocketPair();
    this.world.app.live.visitorGateway.accept(pair.server, aPeer(), this.key);
    const tab = idText('tab', this.next(), 8) as TabId;
    await this.says(pair, { type: 'hello', protocol: PROTOCOL_VERSION, tab, visitor: { as: 'counted' } });
    return pair;
  }

  async says(pair: SocketPair, frame: object): Promise<void> {
    pair.sendToServer(JSON.stringify(frame));
    await settle();
    await this.world.clock.pass(1);
    await settle();
  }

  /** Frames of one type that came over a socket. */
  heard(pair: SocketPair, type: string): ReturnType<JSON['parse']>[] {
    return pair.received.map((text) => JSON.parse(text)).filter((frame) => frame.type === type);
  }

  /** An agent's open screen. */
  async screen(who: Who): Promise<SocketPair> {
    const { ticket } = await this.must(who, 'agentTicket');
    return this.screenWith(ticket);
  }

  async screenWith(ticket: string): Promise<SocketPair> {
    const pair = new SocketPair();
    this.world.app.live.agentGateway.accept(pair.server, aPeer());
    await this.says(pair, { type: 'hello', protocol: PROTOCOL_VERSION, ticket });
    return pair;
  }

  /** Invitations that nobody accepted hold seats. */
  async takesInvitationsBack(): Promise<void> {
    for (const { id } of await this.must('owner', 'invitations'))
      await this.must('owner', 'withdrawInvitation', { params: { invitation: id } });
  }

  /** A message of an agent to the visitor, which the visitor has not read. */
  async unreadMessage(): Promise<MessageId> {
    const screen = await this.screen('owner');
    const id = idText('', this.next()) as MessageId;
    const to = { to: 'conversation', conversation: this.conversation };
    const saying = { kind: 'text', text: 'Hello' };
    await this.says(screen, { type: 'say', id, to, audience: 'everyone', saying });
    screen.closeFromClient();
    return id;
  }

  /** On another device: what this person asks from now on comes from there. Answers its cookie. */
  async signsInAgain(who: 'owner'): Promise<string> {
    const { email, password } = OWNER;
    const { cookie } = await this.world.ask('POST', '/api/v1/session', { body: { email, password } });
    this.#cookies.set(who, cookie);
    return cookie;
  }

  #enters(who: Who, answer: Answer): void {
    this.#cookies.set(who, answer.cookie);
    this.agents.set(who, answer.json().agent.id);
  }

  async #hires(who: Who, role: string, groups: readonly string[]): Promise<void> {
    const email = `${who.replaceAll(' ', '-')}@shop.example`;
    const { link } = await this.must('owner', 'invite', { body: { email, role, groups } });
    const token = String(link).split('/').at(-1) as string;
    const body = { name: who, password: 'a long password' };
    this.#enters(who, await this.ask('anonymous', 'acceptInvitation', { params: { token }, body }));
  }

  async #talks(): Promise<void> {
    const anna = await this.visits('Anna', { group: 'sales' });
    this.sockets.set('visitor', anna);
    this.sockets.set('other visitor', await this.visits('Bruno', { group: 'support' }));
    this.visitor = this.heard(anna, 'welcome')[0]?.visitor;
    this.message = idText('', this.next()) as MessageId;
    await this.says(anna, { type: 'say', id: this.message, saying: { kind: 'text', text: 'A secret question' } });
    this.conversation = this.heard(anna, 'said')[0]?.conversation;
    if (this.conversation === undefined) throw new Error(`the visitor was not heard: ${anna.received}`);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.world[Symbol.asyncDispose]();
  }
}
