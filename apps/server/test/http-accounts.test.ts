import { session as sessionSchema } from '@vetrina/protocol/http/account';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { DEFAULT_PREFERENCES } from '@vetrina/protocol/http/preferences';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAuthentication } from '../src/accounts/better-auth.ts';
import { silentLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/store/database.ts';
import { createUsedCodeStore } from '../src/store/used-code-store.ts';
import { httpWorld, OWN, OWNER } from './http-world.ts';

// A password is hashed slowly on purpose, and guessers guess a lot.
vi.setConfig({ testTimeout: 60_000 });

describe('accounts over HTTP', () => {
  it('T1: the first run makes a PRO account with its owner, once, and signs in', async () => {
    await using world = await httpWorld();
    expect((await world.ask('GET', '/api/v1/setup')).json()).toEqual({
      firstRun: true,
      codeWanted: false,
      mail: false,
      signUpOpen: false,
      demoLogins: [],
    });
    const first = await world.ask('POST', '/api/v1/setup', { body: OWNER });
    expect(first.status).toBe(200);
    expect(sessionSchema.parse(first.json())).toMatchObject({
      agent: { role: 'owner', email: OWNER.email },
      account: { plan: 'PRO', name: OWNER.accountName },
    });
    expect((await world.ask('GET', '/api/v1/session', { cookie: first.cookie })).json()).toEqual(first.json());
    const again = await world.ask('POST', '/api/v1/setup', { body: { ...OWNER, email: 'eve@x.example' } });
    expect([again.status, again.json().code]).toEqual([409, 'already_set_up']);
    expect((await world.ask('GET', '/api/v1/setup')).json().firstRun).toBe(false);
  });

  it('T1: strangers sign up only where the operator opened it', async () => {
    await using closed = await httpWorld();
    expect((await closed.ask('POST', '/api/v1/sign-up', { body: OWNER })).json().code).toBe('sign_up_closed');
    await using open = await httpWorld({ SIGN_UP: 'open' });
    expect((await open.ask('POST', '/api/v1/sign-up', { body: OWNER })).status).toBe(200);
    const taken = await open.ask('POST', '/api/v1/sign-up', {
      body: { ...OWNER, email: 'ADA@shop.example', password: 'another password' },
    });
    expect([taken.status, taken.json()]).toMatchObject([409, { code: 'email_taken', fields: { email: 'taken' } }]);
  });

  it.each([
    ['the same form sent twice', OWNER.password],
    ['another person', 'another password'],
  ])('T1: of two sign-ups with one e-mail at the same moment one wins (%s)', async (_who, password) => {
    await using world = await httpWorld({ SIGN_UP: 'open' });
    const answers = await Promise.all([
      world.ask('POST', '/api/v1/sign-up', { body: OWNER }),
      world.ask('POST', '/api/v1/sign-up', { body: { ...OWNER, email: 'Ada@shop.example', password } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json().code).toBe('email_taken');
    const winner = answers.findIndex(({ status }) => status === 200) === 0 ? OWNER.password : password;
    const signedIn = await world.ask('POST', '/api/v1/session', { body: { email: OWNER.email, password: winner } });
    expect(signedIn.status).toBe(200);
  });

  it('T1: of two processes that register one e-mail at the same moment one is told that it is taken', async () => {
    const database = await openDatabase({ kind: 'memory' }, silentLog);
    onTestFinished(() => database.close());
    const authentications = ['one', 'two'].map(() =>
      createAuthentication({
        ...{ log: silentLog, publicUrl: OWN, dialect: database.dialect, secret: 'a secret of at least 32 characters' },
        db: database.db as never,
        usedCodes: createUsedCodeStore(database),
      }),
    );
    const outcomes = await Promise.all(authentications.map(({ register }) => register(OWNER)));
    expect(outcomes.filter((outcome) => outcome === 'email_taken')).toHaveLength(1);
  });

  it('T1: a session is open until it runs out or is signed out of', async () => {
    const database = await openDatabase({ kind: 'memory' }, silentLog);
    onTestFinished(() => database.close());
    const authentication = createAuthentication({
      ...{ log: silentLog, publicUrl: OWN, dialect: database.dialect, secret: 'a secret of at least 32 characters' },
      db: database.db as never,
      usedCodes: createUsedCodeStore(database),
    });
    await authentication.register(OWNER);
    const opened = await authentication.signIn(OWNER.email, OWNER.password);
    const session = opened?.step === 'done' ? opened.session : '';
    const openAt = (now: number) => authentication.openSessions([session, 'unknown'], now);
    const now = Date.now();
    expect([...(await openAt(now))]).toEqual([session]);
    expect([...(await openAt(now + 31 * 86_400_000))]).toEqual([]);
    await authentication.signOut(opened?.cookies.map((cookie) => cookie.split(';')[0]).join('; '));
    expect([...(await openAt(now))]).toEqual([]);
  });

  it('T1: the session cookie cannot be read by scripts, and is Secure under https', async () => {
    await using plain = await httpWorld();
    const cookie = String((await plain.ask('POST', '/api/v1/setup', { body: OWNER })).headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    await using https = await httpWorld({ PUBLIC_URL: 'https://chat.example.com' });
    const secure = await https.ask('POST', '/api/v1/setup', {
      body: { ...OWNER, setupCode: https.app.setupCode },
      headers: { origin: 'https://chat.example.com' },
    });
    expect(String(secure.headers['set-cookie'])).toMatch(/; Secure/i);
    expect(secure.headers['strict-transport-security']).toBeDefined();
  });

  it('T1: an unknown e-mail and a wrong password are answered alike', async () => {
    await using world = await httpWorld();
    await world.ask('POST', '/api/v1/setup', { body: OWNER });
    const wrong = await world.ask('POST', '/api/v1/session', { body: { email: OWNER.email, password: 'nonsense' } });
    const unknown = await world.ask('POST', '/api/v1/session', {
      body: { email: 'nobody@shop.example', password: 'nonsense' },
    });
    expect([wrong.status, wrong.text]).toEqual([401, unknown.text]);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect(
      (await world.ask('POST', '/api/v1/session', { body: { email: 'ADA@shop.example', password: OWNER.password } }))
        .status,
    ).toBe(200);
  });

  it('T1: guessing is stopped per e-mail and real address, and locks out nobody elsewhere', async () => {
    await using world = await httpWorld();
    await world.ask('POST', '/api/v1/setup', { body: OWNER });
    const from = '203.0.113.9';
    const guess = { body: { email: OWNER.email, password: 'guess' } };
    const codes: number[] = [];
    for (let nth = 0; nth < 12; nth += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${nth}` };
      codes.push((await world.ask('POST', '/api/v1/session', { ...guess, headers, from })).status);
    }
    expect(codes).toEqual([...Array(10).fill(401), 429, 429]);
    const body = { email: OWNER.email, password: OWNER.password };
    expect((await world.ask('POST', '/api/v1/session', { body, from })).status).toBe(429);
    expect((await world.ask('POST', '/api/v1/session', { body, from: '203.0.113.10' })).status).toBe(200);
    world.clock.advance(300_000);
    expect((await world.ask('POST', '/api/v1/session', { ...guess, from })).status).toBe(401);
  });

  it('T1: guessing over many e-mails is stopped per real address', async () => {
    await using world = await httpWorld();
    const guesses = Array.from({ length: 32 }, (_, nth) =>
      world.ask('POST', '/api/v1/session', {
        body: { email: `a${nth}@x.example`, password: 'guess' },
        headers: { 'x-forwarded-for': `198.51.100.${nth}` },
        from: '203.0.113.9',
      }),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    expect(answers.find(({ status }) => status === 429)?.headers['retry-after']).toBe('60');
  });

  it('T1: guessing from many addresses of one IPv6 network is stopped as from one', async () => {
    await using world = await httpWorld({ TRUST_PROXY: '1' });
    const statuses: number[] = [];
    for (let nth = 1; nth <= 31; nth += 1) {
      const answer = await world.ask('POST', '/api/v1/session', {
        body: { email: `nobody${nth}@shop.example`, password: 'a wrong guess' },
        headers: { 'x-forwarded-for': `2001:db8::${nth}` },
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(-2)).toEqual([401, 429]);
  }, 30_000);

  it('T1: signing out ends the session for good', async () => {
    await using world = await httpWorld();
    const { cookie } = await world.ask('POST', '/api/v1/setup', { body: OWNER });
    expect((await world.ask('DELETE', '/api/v1/session', { cookie })).status).toBe(204);
    expect((await world.ask('GET', '/api/v1/session', { cookie })).json().code).toBe('not_signed_in');
  });

  it('T3: settings are cleaned, checked and kept', async () => {
    await using world = await httpWorld();
    const { cookie } = await world.ask('POST', '/api/v1/setup', { body: OWNER });
    const body = { allowedDomains: ['https://www.Shop.example/x', 'shop.example'], trackingMode: 'consent' };
    const saved = await world.ask('PATCH', '/api/v1/account', { cookie, body });
    expect(saved.json()).toMatchObject({ allowedDomains: ['shop.example'], trackingMode: 'consent' });
    const bad = await world.ask('PATCH', '/api/v1/account', { cookie, body: { allowedDomains: ['no host'] } });
    expect([bad.status, bad.json().fields]).toEqual([400, { allowedDomains: 'no host' }]);
    const widget = await world.ask('GET', `/widget/${saved.json().key}.json`);
    expect([widget.json(), widget.headers['access-control-allow-origin']]).toEqual([
      {
        ...{ mode: 'consent', respectPrivacySignals: true, accountName: OWNER.accountName },
        // Without e-mail there is no transcript.
        ...{
          box: { ...DEFAULT_BOX, transcript: false },
          groups: [],
          may: { hideBox: true, askFirst: true, rate: true },
        },
      },
      '*',
    ]);
  });

  it('P: what a plan lacks is refused when it is turned on, kept when it was on, and off for the page', async () => {
    await using world = await httpWorld({ DEMO: '1' });
    const login = world.app.demoLogins.find(({ plan }) => plan === 'FREE');
    const { cookie, ...signedIn } = await world.ask('POST', '/api/v1/session', {
      body: { email: login?.email, password: login?.password },
    });
    const { account } = signedIn.json().session;
    const save = (body: unknown) => world.ask('PATCH', '/api/v1/account', { cookie, body });
    const hours = { timezone: 'Europe/Rome', days: Array.from({ length: 7 }, () => [{ from: 540, to: 1020 }]) };
    for (const [body, plan] of [
      [{ officeHours: hours }, 'PRO'],
      [{ box: { ...account.box, hiddenWhenOffline: true } }, 'STANDARD'],
      [{ box: { ...account.box, form: { ...account.box.form, beforeChat: true } } }, 'STANDARD'],
    ] as const) {
      const refused = await save(body);
      expect([refused.status, refused.json()]).toMatchObject([402, { code: 'plan_required', plan }]);
    }
    expect((await save({ box: { ...account.box, title: 'Ciao' }, officeHours: null })).status).toBe(200);
    const page = async () => (await world.ask('GET', `/widget/${account.key}.json`)).json();
    expect((await page()).box).toMatchObject({ title: 'Ciao', rating: false });
    expect((await world.app.operate(['trial', account.key])).ok).toBe(true);
    expect((await save({ officeHours: hours })).json()).toMatchObject({ plan: 'PRO', officeHours: hours });
    const bad = await save({ officeHours: { ...hours, timezone: 'Mars/Olympus' } });
    expect([bad.status, bad.json().fields]).toEqual([400, { 'officeHours.timezone': 'Mars/Olympus' }]);
    expect((await page()).box.rating).toBe(true);
    await world.app.operate(['trial', account.key, 'end']);
    expect((await world.ask('GET', '/api/v1/session', { cookie })).json().account).toMatchObject({
      ...{ plan: 'FREE', trialUntil: null },
    });
    expect((await page()).box.rating).toBe(false);
  });

  it('V3: preferences have a standard and follow the agent', async () => {
    await using world = await httpWorld();
    const { cookie } = await world.ask('POST', '/api/v1/setup', { body: OWNER });
    expect((await world.ask('GET', '/api/v1/me/preferences', { cookie })).json()).toEqual(DEFAULT_PREFERENCES);
    const wanted = { ...DEFAULT_PREFERENCES, language: 'it', theme: 'dark', columns: ['visitor', 'page'] };
    await world.ask('PUT', '/api/v1/me/preferences', { cookie, body: wanted });
    expect((await world.ask('GET', '/api/v1/me/preferences', { cookie })).json()).toEqual(wanted);
  });

  it('T1: a ticket needs a session', async () => {
    await using world = await httpWorld();
    expect((await world.ask('POST', '/api/v1/agent-tickets')).json().code).toBe('not_signed_in');
    const { cookie } = await world.ask('POST', '/api/v1/setup', { body: OWNER });
    expect((await world.ask('POST', '/api/v1/agent-tickets', { cookie })).json()).toMatchObject({
      ticket: expect.stringMatching(/^.{43}$/),
      expiresInMs: 30_000,
    });
  });

  it('P: blocking is refused on FREE with the plan that has it; agents may not change settings', async () => {
    await using world = await httpWorld({ DEMO: '1' });
    const signIn = async (plan: string, nth = 0) => {
      const login = world.app.demoLogins.filter((candidate) => candidate.plan === plan)[nth];
      return world.ask('POST', '/api/v1/session', { body: { email: login?.email, password: login?.password } });
    };
    const free = await signIn('FREE');
    const refused = await world.ask('POST', '/api/v1/ip-blocks', {
      cookie: free.cookie,
      body: { pattern: '192.0.2.*' },
    });
    expect([refused.status, refused.json()]).toMatchObject([402, { code: 'plan_required', plan: 'STANDARD' }]);
    const standard = await signIn('STANDARD');
    const block = await world.ask('POST', '/api/v1/ip-blocks', {
      cookie: standard.cookie,
      body: { pattern: '192.0.2.*' },
    });
    expect(block.status).toBe(200);
    expect((await world.ask('GET', '/api/v1/ip-blocks', { cookie: free.cookie })).json()).toEqual([]);
    expect(
      (await world.ask('DELETE', `/api/v1/ip-blocks/${block.json().id}`, { cookie: standard.cookie })).status,
    ).toBe(204);
    const agent = await signIn('PRO', 1);
    expect(agent.json().session.agent.role).toBe('agent');
    const change = await world.ask('PATCH', '/api/v1/account', { cookie: agent.cookie, body: { name: 'Mine' } });
    expect([change.status, change.json().code]).toEqual([403, 'forbidden']);
    expect((await world.ask('GET', '/api/v1/agents', { cookie: agent.cookie })).json()).toHaveLength(2);
    const unknown = await world.ask('GET', `/api/v1/visitors/vi${'0'.repeat(22)}`, { cookie: agent.cookie });
    expect(unknown.json().code).toBe('not_found');
    expect((await world.ask('GET', '/api/v1/account/installation', { cookie: agent.cookie })).json()).toEqual({
      ...{ seenAt: null, seenUrl: null, refused: null },
      ...{ online: 0, countedOnly: 0, bots: 0, onlyYou: false },
    });
  });

  it('the address of the dashboard is the only one that may change anything', async () => {
    await using world = await httpWorld();
    const { cookie } = await world.ask('POST', '/api/v1/setup', { body: OWNER });
    const tries = [
      { origin: 'https://evil.example' },
      { origin: undefined },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:9999' },
      { origin: 'http://evil.example', host: 'evil.example' },
    ];
    for (const headers of tries) {
      expect((await world.ask('POST', '/api/v1/agent-tickets', { cookie, headers })).json().code).toBe(
        'foreign_origin',
      );
    }
    const local = { origin: 'http://localhost:4000', host: 'localhost:4000' };
    expect((await world.ask('POST', '/api/v1/agent-tickets', { cookie, headers: local })).status).toBe(200);
    const form = await world.ask('POST', '/api/v1/agent-tickets', {
      cookie,
      headers: { origin: OWN, 'content-type': 'text/plain' },
    });
    expect(form.json().code).toBe('bad_request');
  });
});
