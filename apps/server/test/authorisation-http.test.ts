import type { Rule } from '@vetrina/protocol/automation/rule';
import { ROUTES, type RouteName } from '@vetrina/protocol/http/routes';
import { SILENT_VIEW } from '@vetrina/protocol/http/views';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, Cast, isVisitor, PEOPLE, type Who } from './authorisation-cast.ts';
import { aBrowser, aChatbot, aDevice, aRule, aShortcut, aTag, EMPTY_FLOW } from './authorisation-samples.ts';
import { OWNER } from './http-world.ts';
import { aDraft } from './rule-samples.ts';
import { aViewDraft, aViewOf } from './view-samples.ts';
import { idText } from './world-samples.ts';

/**
 * To whom a route answers. Whoever is not let in gets one of these codes, and nothing of it; whoever is, gets what the
 * feature says, which may be a refusal of another kind.
 */
type Let =
  /** Also without a session. */
  | 'anyone'
  /** Whoever works for an account, about that account. */
  | 'own account'
  | 'admins, own account'
  /** Whoever works for the account that it belongs to. */
  | 'its account'
  | 'admins, its account'
  /** Whoever may see the visitor: not another group. */
  | 'its sight'
  /** Of them, whoever said it, and admins. */
  | 'its sight, its maker and admins'
  /** Nobody here: this server has no e-mail, which is said before anything is looked up. */
  | 'nobody without e-mail'
  /** Only whoever made it. */
  | 'its maker';

interface Row {
  readonly let: Let;
  /** Asked without a session: it would end the one that the others need. */
  readonly endsSession?: true;
  ask?(cast: Cast): Asked | Promise<Asked>;
}

const onVisitor = (body: object = {}): Row => ({
  let: 'its sight',
  ask: ({ visitor }) => ({ params: { visitor }, body }),
});
const onConversation = (body: (cast: Cast) => object | Promise<object> = () => ({})): Row => ({
  let: 'its sight',
  ask: async (cast) => ({ params: { conversation: cast.conversation }, body: await body(cast) }),
});
const colleague = ({ agents }: Cast) => ({ agent: agents.get('admin') });
const token = 'no such token, and long enough';

/** THE matrix. A route without a row does not compile; what a row says is asked of everyone. */
const ROWS: Readonly<Record<RouteName, Row>> = {
  setup: { let: 'anyone' },
  firstRun: { let: 'anyone', ask: () => ({ body: OWNER }) },
  signUp: { let: 'anyone', ask: () => ({ body: OWNER }) },
  signIn: { let: 'anyone', ask: () => ({ body: { email: 'nobody@x.example', password: 'wrong' } }) },
  secondFactorSignIn: { let: 'anyone', ask: () => ({ body: { code: '000000' } }) },
  signOut: { let: 'anyone', endsSession: true },
  forgotPassword: { let: 'anyone', ask: () => ({ body: { email: 'nobody@x.example' } }) },
  freshPassword: { let: 'anyone', ask: () => ({ params: { token }, body: { password: 'a long password' } }) },
  openInvitation: { let: 'anyone', ask: () => ({ params: { token } }) },
  acceptInvitation: {
    let: 'anyone',
    ask: () => ({ params: { token }, body: { name: 'Eve', password: 'a long password' } }),
  },
  widgetConfig: { let: 'anyone', ask: ({ key }) => ({ params: { key } }) },

  session: { let: 'own account' },
  agentTicket: { let: 'own account' },
  preferences: { let: 'own account' },
  savePreferences: {
    let: 'own account',
    ask: async (cast) => ({ body: await cast.must('owner', 'preferences') }),
  },
  installation: { let: 'own account' },
  support: { let: 'own account' },
  agents: { let: 'own account' },
  blockedVisitors: { let: 'own account' },
  findVisitors: { let: 'own account', ask: () => ({ query: '?q=anna' }) },
  ipBlocks: { let: 'own account' },
  addIpBlock: { let: 'own account', ask: (cast) => ({ body: { pattern: `198.51.100.${cast.next()}` } }) },
  editProfile: { let: 'own account' },
  removePhoto: { let: 'own account' },
  photoPlace: { let: 'own account' },
  changePassword: {
    let: 'own account',
    ask: () => ({ body: { current: 'not my password', fresh: 'a longer password' } }),
  },
  myStatus: { let: 'own account' },
  saveMyStatus: { let: 'own account', ask: () => ({ body: { status: 'online' } }) },
  secondFactor: { let: 'own account' },
  offerSecondFactor: { let: 'own account', ask: () => ({ body: { password: 'not my password' } }) },
  confirmSecondFactor: { let: 'own account', ask: () => ({ body: { code: '000000' } }) },
  removeSecondFactor: { let: 'own account', ask: () => ({ body: { password: 'not my password' } }) },
  groups: { let: 'own account' },
  statistics: { let: 'own account', ask: () => ({ query: '?from=2026-11-01&to=2026-11-28&zone=Europe%2FRome' }) },
  conversations: { let: 'own account', ask: () => ({ query: '?state=any' }) },
  uploadPlace: { let: 'own account' },
  shortcuts: { let: 'own account' },
  addShortcut: {
    let: 'own account',
    ask: (cast) => ({ body: { name: `own${cast.next()}`, text: 'Hello', scope: 'personal' } }),
  },
  tags: { let: 'own account' },
  addTag: {
    let: 'own account',
    ask: (cast) => ({ body: { name: `own ${cast.next()}`, color: 'red', description: '' } }),
  },

  pushKey: { let: 'own account' },
  pushDevices: { let: 'own account' },
  subscribePush: { let: 'own account', ask: (cast) => ({ body: aBrowser(cast) }) },

  saveAccount: { let: 'admins, own account' },
  team: { let: 'admins, own account' },
  invitations: { let: 'admins, own account' },
  invite: {
    let: 'admins, own account',
    async ask(cast) {
      await cast.takesInvitationsBack();
      return { body: { email: `new${cast.next()}@shop.example`, role: 'agent', groups: [] } };
    },
  },
  addGroup: {
    let: 'admins, own account',
    ask: (cast) => ({ body: { key: `group${cast.next()}`, name: 'Group', members: [] } }),
  },
  identitySecret: { let: 'admins, own account' },
  renewIdentitySecret: { let: 'admins, own account' },
  demandSignature: { let: 'admins, own account', ask: () => ({ body: { demanded: false } }) },

  removeIpBlock: {
    let: 'its account',
    async ask(cast) {
      const { id } = await cast.must('owner', 'addIpBlock', { body: { pattern: `198.51.100.${cast.next()}` } });
      return { params: { block: id } };
    },
  },
  editTeamMember: {
    let: 'admins, its account',
    ask: ({ agents }) => ({ params: { agent: agents.get('agent') ?? '' }, body: { role: 'agent' } }),
  },
  withdrawInvitation: {
    let: 'admins, its account',
    async ask(cast) {
      await cast.takesInvitationsBack();
      const body = { email: `late${cast.next()}@shop.example`, role: 'agent', groups: [] };
      return { params: { invitation: (await cast.must('owner', 'invite', { body })).id } };
    },
  },
  editGroup: { let: 'admins, its account', ask: () => ({ params: { group: 'sales' }, body: { name: 'Sales' } }) },
  removeGroup: {
    let: 'admins, its account',
    async ask(cast) {
      const key = `group${cast.next()}`;
      await cast.must('owner', 'addGroup', { body: { key, name: 'Group', members: [] } });
      return { params: { group: key } };
    },
  },
  editTag: { let: 'admins, its account', ask: async (cast) => ({ params: await aTag(cast), body: {} }) },
  removeTag: { let: 'admins, its account', ask: async (cast) => ({ params: await aTag(cast) }) },
  editShortcut: { let: 'its maker', ask: async (cast) => ({ params: await aShortcut(cast), body: {} }) },
  removeShortcut: { let: 'its maker', ask: async (cast) => ({ params: await aShortcut(cast) }) },

  removePushDevice: { let: 'its maker', ask: async (cast) => ({ params: await aDevice(cast) }) },
  testPushDevice: { let: 'its maker', ask: async (cast) => ({ params: await aDevice(cast) }) },

  visitor: onVisitor(),
  editVisitor: onVisitor(),
  blockVisitor: onVisitor({ forMinutes: 1 }),
  unblockVisitor: onVisitor(),
  conversationEntries: {
    let: 'its sight',
    ask: ({ conversation }) => ({ params: { conversation }, query: '?before=100' }),
  },
  joinConversation: onConversation(),
  leaveConversation: onConversation(),
  assignConversation: onConversation(colleague),
  unassignConversation: onConversation(colleague),
  transferConversation: onConversation(() => ({ to: 'group', group: 'sales' })),
  resolveConversation: onConversation(),
  reopenConversation: onConversation(),
  markUnread: onConversation(),
  tagConversation: onConversation(() => ({ tags: [] })),
  recallMessage: {
    ...onConversation(async (cast) => ({ message: await cast.unreadMessage() })),
    let: 'its sight, its maker and admins',
  },
  visitorRules: onVisitor(),

  rules: { let: 'own account' },
  ruleResults: { let: 'own account' },
  ruleMatches: { let: 'own account', ask: () => ({ body: { logic: aDraft('own').logic } }) },
  rulePeople: { let: 'its account', ask: async (cast) => ({ params: await aRule(cast) }) },
  addRule: { let: 'admins, own account', ask: () => ({ body: { draft: aDraft('own'), preset: null } }) },
  orderRules: {
    let: 'admins, own account',
    ask: async (cast) => ({ body: { rules: (await cast.must('owner', 'rules')).map(({ id }: Rule) => id) } }),
  },
  dryRunRule: { let: 'admins, own account', ask: () => ({ body: { draft: aDraft('own'), rule: null } }) },
  editRule: {
    let: 'admins, its account',
    ask: async (cast) => ({ params: await aRule(cast), body: { draft: aDraft('edited'), changedAt: 0 } }),
  },
  switchRule: {
    let: 'admins, its account',
    ask: async (cast) => ({ params: await aRule(cast), body: { isOn: false } }),
  },
  copyRule: { let: 'admins, its account', ask: async (cast) => ({ params: await aRule(cast) }) },
  removeRule: { let: 'admins, its account', ask: async (cast) => ({ params: await aRule(cast) }) },
  views: { let: 'own account' },
  addView: {
    let: 'own account',
    async ask(cast) {
      await aViewOf(cast);
      return { body: { draft: aViewDraft('own', { shared: true }), alert: SILENT_VIEW } };
    },
  },
  orderViews: { let: 'own account', ask: async (cast) => ({ body: { views: [(await aViewOf(cast)).view] } }) },
  alertOfView: {
    let: 'its account',
    ask: async (cast) => ({ params: await aViewOf(cast), body: { sound: true, push: false } }),
  },
  editView: {
    let: 'admins, its account',
    ask: async (cast) => ({
      params: await aViewOf(cast),
      body: { draft: aViewDraft('edited', { shared: true }), changedAt: 0 },
    }),
  },
  removeView: { let: 'admins, its account', ask: async (cast) => ({ params: await aViewOf(cast) }) },
  chatbots: { let: 'own account' },
  chatbotSurroundings: { let: 'own account' },
  chatbot: { let: 'its account', ask: async (cast) => ({ params: await aChatbot(cast) }) },
  chatbotStatistics: { let: 'its account', ask: async (cast) => ({ params: await aChatbot(cast) }) },
  addChatbot: { let: 'admins, own account', ask: () => ({ body: { name: 'own', draft: EMPTY_FLOW } }) },
  tryWebhook: {
    let: 'admins, own account',
    ask: () => ({
      body: { address: 'https://127.0.0.1/', body: { visitor: {}, answers: {} }, picks: [], timeoutMs: 1_000 },
    }),
  },
  tryModel: { let: 'admins, own account', ask: () => ({ body: { instructions: '', messages: [] } }) },
  saveChatbotDraft: {
    let: 'admins, its account',
    ask: async (cast) => ({ params: await aChatbot(cast), body: { name: 'edited', draft: EMPTY_FLOW, changedAt: 0 } }),
  },
  publishChatbot: {
    let: 'admins, its account',
    ask: async (cast) => ({ params: await aChatbot(cast), body: { changedAt: 0 } }),
  },
  unpublishChatbot: { let: 'admins, its account', ask: async (cast) => ({ params: await aChatbot(cast) }) },
  copyChatbot: { let: 'admins, its account', ask: async (cast) => ({ params: await aChatbot(cast) }) },
  removeChatbot: { let: 'admins, its account', ask: async (cast) => ({ params: await aChatbot(cast) }) },
  sendTranscript: { ...onConversation(() => ({ email: 'anna@example.com' })), let: 'nobody without e-mail' },
};

const DENIALS: readonly string[] = ['not_signed_in', 'foreign_origin', 'forbidden', 'not_found'];

/** The code with which somebody is turned away; null: is let in. */
function denial(route: RouteName, who: Who): string | null {
  const { let: whom } = ROWS[route];
  if (isVisitor(who) && ROUTES[route].method !== 'GET') return 'foreign_origin';
  if (whom === 'anyone') return null;
  return who === 'anonymous' || isVisitor(who) ? 'not_signed_in' : (AT_WORK[whom][who] ?? null);
}

/** The same for whoever works for some account; who is not named is let in. */
const AT_WORK: Readonly<Record<Exclude<Let, 'anyone'>, Partial<Record<Who, string>>>> = {
  'own account': {},
  'admins, own account': { agent: 'forbidden', 'agent of another group': 'forbidden' },
  'its account': { 'owner of another account': 'not_found' },
  'admins, its account': {
    agent: 'forbidden',
    'agent of another group': 'forbidden',
    'owner of another account': 'not_found',
  },
  'its sight': { 'agent of another group': 'not_found', 'owner of another account': 'not_found' },
  'its sight, its maker and admins': {
    agent: 'forbidden',
    'agent of another group': 'not_found',
    'owner of another account': 'not_found',
  },
  'its maker': {
    agent: 'not_found',
    'agent of another group': 'not_found',
    admin: 'not_found',
    'owner of another account': 'not_found',
  },
  'nobody without e-mail': {
    agent: 'mail_off',
    'agent of another group': 'mail_off',
    admin: 'mail_off',
    owner: 'mail_off',
    'owner of another account': 'mail_off',
  },
};

/** What nobody else may ever be told of the first account. */
const secretsOf = (cast: Cast): readonly string[] => [
  ...[
    cast.visitor,
    cast.conversation,
    'A secret question',
    'A secret rule',
    'A secret bot',
    'A secret view',
    OWNER.email,
    OWNER.accountName,
  ],
  ...['owner', 'admin', 'agent'].map((who) => cast.agents.get(who as Who) as string),
];

/** The codes that nobody may get who is let in. */
const letIn = (route: RouteName): readonly string[] =>
  ROWS[route].let === 'anyone' ? ['foreign_origin', 'forbidden'] : DENIALS;

/** How a request ended, and what was told by it to somebody who may not know. */
async function outcome(cast: Cast, route: RouteName, who: Who) {
  const { let: whom, ask, endsSession } = ROWS[route];
  const asked = (await ask?.(cast)) ?? {};
  const answer = await cast.ask(endsSession && !isVisitor(who) ? 'anonymous' : who, route, asked);
  const mayKnow = denial(route, who) === null && (whom === 'anyone' || who !== 'owner of another account');
  return {
    code: answer.status < 400 ? null : (answer.json().code as string),
    leaks: mayKnow ? [] : secretsOf(cast).filter((one) => answer.text.includes(one)),
  };
}

describe('T1: who is let in where', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await Cast.gather();
  });
  afterAll(() => cast[Symbol.asyncDispose]());

  it('every address that the server answers is a row of the matrix, or one of these', () => {
    const known = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`);
    const doors = cast.world.routes.filter((route) => !known.includes(route));
    expect(doors.sort()).toEqual(BESIDE_THE_TABLE);
  });

  describe.each(Object.keys(ROWS) as RouteName[])('%s', (route) => {
    it.each(PEOPLE)('%s', async (who) => {
      const { code, leaks } = await outcome(cast, route, who);
      const expected = denial(route, who);
      if (expected === null) expect(letIn(route)).not.toContain(code);
      else expect(code).toBe(expected);
      expect(leaks).toEqual([]);
    });
  });

  it('a foreign id is answered exactly like one that nobody has', async () => {
    const stranger: Who = 'owner of another account';
    for (const [name, { let: whom, ask }] of Object.entries(ROWS)) {
      if (!whom.includes('its') || ask === undefined) continue;
      const asked = await ask(cast);
      const params = Object.fromEntries(
        Object.entries(asked.params ?? {}).map(([key, id]) => [key, invented(key, id, cast.next())]),
      );
      const foreign = await cast.ask(stranger, name as RouteName, asked);
      const unknown = await cast.ask(stranger, name as RouteName, { ...asked, params });
      expect([name, foreign.status, foreign.text]).toEqual([name, unknown.status, unknown.text]);
    }
  });
});

/** An id of the same shape that nobody has. */
const invented = (name: string, id: string, n: number): string =>
  name === 'group' ? `nogroup${n}` : idText(id.slice(0, 2), 9_000_000 + n);

/** What has its own tests: pages and files that anyone may have, and doors that an address opens. */
const BESIDE_THE_TABLE: readonly string[] = [
  // As fastify draws /files/:file/*.
  'GET *',
  'GET /api/v1/openapi.json',
  'GET /box.js',
  'GET /healthz',
  'GET /loader.js',
  'GET /metrics',
  'GET /photos/:photo',
  'GET /rules.js',
  'GET /service-worker.js',
  'GET /support.html',
  'OPTIONS /api/v1/uploads/:token',
  'PUT /api/v1/uploads/:token',
];
