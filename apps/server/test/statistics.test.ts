import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cast } from './authorisation-cast.ts';
import { httpWorld } from './http-world.ts';

const query = (from: string, to: string, zone = 'UTC') => ({
  query: `?from=${from}&to=${to}&zone=${encodeURIComponent(zone)}`,
});

describe('statistics', () => {
  let cast: Cast;
  let today: ReturnType<typeof query>;
  beforeAll(async () => {
    cast = await Cast.gather();
    const date = new Date(cast.world.clock.now()).toISOString().slice(0, 10);
    today = query(date, date);
    await cast.unreadMessage();
    await cast.world.clock.pass(60_000);
  });
  afterAll(() => cast[Symbol.asyncDispose]());

  it('ST2, ST3: the owner sees everyone on the site, and the conversation that began', async () => {
    const found = await cast.must('owner', 'statistics', today);
    expect(found.audience.now).toEqual({ visitors: 2, newVisitors: 2, visits: 2, pageViews: 2 });
    expect(found.talks.now).toMatchObject({
      begun: { visitor: 1, agent: 0, message: 0, chatbot: 0 },
      ...{ answered: 1, missed: 0 },
    });
    expect(found).toMatchObject({ grain: 'hour', isPart: false, until: expect.any(Number) });
    const sum = (what: string) =>
      found.audience.buckets.reduce((all: number, bucket: Record<string, number>) => all + (bucket[what] ?? 0), 0);
    expect([sum('visits'), sum('pageViews')]).toEqual([2, 2]);
    expect(found.audience.hours.reduce((all: number, hour: number) => all + hour, 0)).toBe(2);
  });

  it('ST9: admins and owners see a line for everybody, an agent only their own', async () => {
    const agentsOf = async (who: 'owner' | 'admin' | 'agent') => (await cast.must(who, 'statistics', today)).agents;
    expect(await agentsOf('owner')).toMatchObject([{ agent: cast.agents.get('owner'), messages: 1 }]);
    expect(await agentsOf('admin')).toEqual(await agentsOf('owner'));
    expect(await agentsOf('agent')).toEqual([]);
  });

  it('ST10: who has groups sees those alone, and is told that it is a part', async () => {
    const sales = await cast.must('agent', 'statistics', today);
    expect([sales.isPart, sales.audience.now.visitors, sales.talks.now.answered]).toEqual([true, 1, 1]);
    const support = await cast.must('agent of another group', 'statistics', today);
    expect([support.isPart, support.audience.now.visitors, support.talks.now.answered]).toEqual([true, 1, 0]);
  });

  it('ST1: a zone without a clock, days the wrong way round, none at all and too many are refused', async () => {
    for (const { query: wrong } of [
      query('2026-01-01', '2026-01-02', 'Mars/Olympus'),
      query('2026-01-02', '2026-01-01'),
      query('2026-02-30', '2026-03-01'),
      query('2024-01-01', '2026-01-01'),
      { query: '?from=2026-01-01' },
    ]) {
      const answer = await cast.ask('owner', 'statistics', { query: wrong });
      expect([wrong, answer.status, answer.json()]).toMatchObject([wrong, 400, { code: 'bad_request' }]);
    }
  });
});

describe('statistics and plans', () => {
  it('P: FREE has none, STANDARD has them without lines for agents, PRO has all', async () => {
    await using world = await httpWorld({ DEMO: '1' });
    const ask = async (plan: string) => {
      const login = world.app.demoLogins.find((candidate) => candidate.plan === plan);
      const body = { email: login?.email, password: login?.password };
      const { cookie } = await world.ask('POST', '/api/v1/session', { body });
      return world.ask('GET', `/api/v1/statistics${query('2026-01-01', '2026-01-02').query}`, { cookie });
    };
    const refused = await ask('FREE');
    expect([refused.status, refused.json()]).toMatchObject([402, { code: 'plan_required', plan: 'STANDARD' }]);
    expect((await ask('STANDARD')).json()).toMatchObject({ grain: 'hour', agents: null });
    expect((await ask('PRO')).json()).toMatchObject({ grain: 'hour', agents: [] });
  });
});
