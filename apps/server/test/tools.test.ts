import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpWorld, OWNER } from './http-world.ts';

let here: Awaited<ReturnType<typeof httpWorld>>;
let cookie = '';
beforeAll(async () => {
  here = await httpWorld();
  ({ cookie } = await here.ask('POST', '/api/v1/setup', { body: OWNER }));
});
afterAll(() => here[Symbol.asyncDispose]());

const HELLO = { name: 'hello', text: 'Hello! How can I help?', scope: 'personal' };
const VIP = { name: 'VIP', color: 'red', description: '' };

describe('shortcuts', () => {
  it('C4: are made, changed, listed and removed', async () => {
    const made = await here.ask('POST', '/api/v1/shortcuts', { cookie, body: HELLO });
    expect(made.status).toBe(200);
    const { id } = made.json();
    expect(
      (await here.ask('POST', '/api/v1/shortcuts', { cookie, body: { ...HELLO, name: 'Hello' } })).json().code,
    ).toBe('name_taken');
    const team = await here.ask('POST', '/api/v1/shortcuts', { cookie, body: { ...HELLO, scope: 'team' } });
    expect(team.status).toBe(200);
    const edited = await here.ask('PATCH', `/api/v1/shortcuts/${id}`, { cookie, body: { text: 'Ciao!' } });
    expect(edited.json()).toEqual({ ...HELLO, id, text: 'Ciao!' });
    expect((await here.ask('GET', '/api/v1/shortcuts', { cookie })).json()).toEqual([edited.json(), team.json()]);
    expect((await here.ask('DELETE', `/api/v1/shortcuts/${id}`, { cookie })).status).toBe(204);
    expect((await here.ask('DELETE', `/api/v1/shortcuts/${id}`, { cookie })).status).toBe(404);
  });

  it.each(['two words', 'sla/sh', '', '.dot'])('C4: %j is no name for one', async (name) => {
    expect((await here.ask('POST', '/api/v1/shortcuts', { cookie, body: { ...HELLO, name } })).status).toBe(400);
  });
});

describe('tags', () => {
  it('C4: are made, changed, listed and removed', async () => {
    const { id } = (await here.ask('POST', '/api/v1/tags', { cookie, body: VIP })).json();
    expect((await here.ask('POST', '/api/v1/tags', { cookie, body: { ...VIP, name: ' vip ' } })).json().code).toBe(
      'name_taken',
    );
    const edited = await here.ask('PATCH', `/api/v1/tags/${id}`, { cookie, body: { color: 'blue' } });
    expect(edited.json()).toEqual({ ...VIP, id, color: 'blue' });
    expect((await here.ask('GET', '/api/v1/tags', { cookie })).json()).toEqual([edited.json()]);
    expect((await here.ask('DELETE', `/api/v1/tags/${id}`, { cookie })).status).toBe(204);
    expect((await here.ask('PATCH', `/api/v1/tags/${id}`, { cookie, body: { color: 'blue' } })).status).toBe(404);
  });
});
