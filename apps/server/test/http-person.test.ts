import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { secondFactorOffer } from '@vetrina/protocol/http/second-factor';
import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect, it, vi } from 'vitest';
import { agentPhotos } from '../src/accounts/edit-profile.ts';
import { type Browser, PASSWORD, teamWorld } from './team-world.ts';

// A password is hashed slowly on purpose, and these people sign in a lot.
vi.setConfig({ testTimeout: 30_000 });

const FRESH = 'another long password';
/** The code that is shown now, or so many steps of 30 s later: one step ahead is accepted. */
const codeFor = (secret: string, later = 0) =>
  createOTP(new TextDecoder().decode(base32.decode(secret))).hotp(Math.floor(Date.now() / 30_000) + later);

/** Turns the second factor on and answers what the authenticator and the drawer hold. */
async function secured(browser: Browser) {
  const offered = await browser.ask('POST', '/me/second-factor', { password: PASSWORD });
  const offer = secondFactorOffer.parse(offered.body);
  const confirmed = await browser.ask('POST', '/me/second-factor/confirmation', { code: await codeFor(offer.secret) });
  expect(confirmed.status).toBe(204);
  return offer;
}

describe('second factor', () => {
  it('T1: it is on once a first code confirmed it, and the session goes on', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const refused = await anna.ask('POST', '/me/second-factor', { password: 'a wrong guess' });
    expect([refused.status, refused.body.code]).toEqual([401, 'wrong_credentials']);
    const offer = await anna.ask('POST', '/me/second-factor', { password: PASSWORD });
    expect(offer.body.address).toMatch(/^otpauth:\/\/totp\/Vetrina/);
    expect(offer.body.recoveryCodes).toHaveLength(10);
    expect((await anna.ask('GET', '/me/second-factor')).body).toEqual({ on: false });
    expect((await world.signIn('anna@shop.example')).answer.body.step).toBe('done');
    const wrong = await anna.ask('POST', '/me/second-factor/confirmation', { code: '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_code']);
    await secured(anna);
    expect((await anna.ask('GET', '/me/second-factor')).body).toEqual({ on: true });
    expect((await anna.ask('GET', '/team')).body).toMatchObject([{ twoFactor: true }]);
    expect(world.ended).toEqual([]);
  });

  it('T1: signing in takes two steps then; the first alone opens nothing', async () => {
    await using world = await teamWorld();
    const { secret } = await secured(await world.owner('anna'));
    const half = await world.signIn('anna@shop.example');
    expect(half.answer.body).toEqual({ step: 'second-factor' });
    expect((await half.ask('GET', '/session')).status).toBe(401);
    const wrong = await half.ask('POST', '/session/second-factor', { code: '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_code']);
    const right = await half.ask('POST', '/session/second-factor', { code: await codeFor(secret, 1) });
    expect(right.body).toMatchObject({ agent: { name: 'anna' } });
    expect((await half.ask('GET', '/session')).status).toBe(200);
    const stranger = await world.browser().ask('POST', '/session/second-factor', { code: await codeFor(secret, 1) });
    expect(stranger.body.code).toBe('not_signed_in');
  });

  it('T1: a code of the authenticator is good once, for turning it on or for signing in', async () => {
    await using world = await teamWorld();
    const { secret } = await secured(await world.owner('anna'));
    // Computed once: the seconds may turn meanwhile.
    const [first, next] = [await codeFor(secret), await codeFor(secret, 1)];
    const signInWith = async (code: string) => {
      const half = await world.signIn('anna@shop.example');
      const { status, body } = await half.ask('POST', '/session/second-factor', { code });
      return { outcome: [status, body.code], session: (await half.ask('GET', '/session')).status };
    };
    const refused = { outcome: [401, 'wrong_code'], session: 401 };
    expect(await signInWith(first)).toEqual(refused);
    expect(await signInWith(next)).toEqual({ outcome: [200, undefined], session: 200 });
    expect(await signInWith(next)).toEqual(refused);
    expect(await signInWith(first)).toEqual(refused);
  });

  it('T1: a code of the authenticator used twice at the same moment opens one session', async () => {
    await using world = await teamWorld();
    const { secret } = await secured(await world.owner('anna'));
    const code = await codeFor(secret, 1);
    const halves = [await world.signIn('anna@shop.example'), await world.signIn('anna@shop.example')];
    const answers = await Promise.all(halves.map((half) => half.ask('POST', '/session/second-factor', { code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it('T1: a recovery code is good once', async () => {
    await using world = await teamWorld();
    const { recoveryCodes } = await secured(await world.owner('anna'));
    const outcomes: number[] = [];
    for (let time = 0; time < 2; time += 1) {
      const half = await world.signIn('anna@shop.example');
      outcomes.push((await half.ask('POST', '/session/second-factor', { code: recoveryCodes[0] })).status);
    }
    expect(outcomes).toEqual([200, 401]);
  });

  it('T1: guessing codes ends, for the sign-in and for the person', async () => {
    await using world = await teamWorld();
    const { secret } = await secured(await world.owner('anna'));
    const codes: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const half = await world.signIn('anna@shop.example');
      for (let guess = 0; guess < 6; guess += 1) {
        codes.push((await half.ask('POST', '/session/second-factor', { code: '000000' })).body.code);
      }
    }
    expect(codes.slice(0, 6)).toEqual([...Array(5).fill('wrong_code'), 'too_many_requests']);
    expect(codes.filter((code) => code === 'wrong_code')).toHaveLength(10);
    world.clock.advance(60_000);
    const half = await world.signIn('anna@shop.example');
    const right = await half.ask('POST', '/session/second-factor', { code: await codeFor(secret, 1) });
    expect(right.body.code).toBe('too_many_requests');
  });

  it('T1: taking it away needs the password', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    await secured(anna);
    const again = await anna.ask('POST', '/me/second-factor', { password: PASSWORD });
    expect(again.body.code).toBe('bad_request');
    expect((await anna.ask('DELETE', '/me/second-factor', { password: 'a wrong guess' })).status).toBe(401);
    expect((await anna.ask('DELETE', '/me/second-factor', { password: PASSWORD })).status).toBe(204);
    expect((await anna.ask('GET', '/session')).status).toBe(200);
    expect((await world.signIn('anna@shop.example')).answer.body.step).toBe('done');
  });

  it('T1: who has one shows it to join another team too', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const { secret } = await secured(await world.owner('bruno'));
    const invited = await anna.ask('POST', '/invitations', { email: 'bruno@shop.example', role: 'agent', groups: [] });
    const link = `/invitation-links/${String(invited.body.link).split('/').at(-1)}`;
    const form = { name: 'Bruno', password: PASSWORD };
    expect((await world.browser().ask('POST', link, form)).body.code).toBe('second_factor');
    world.clock.advance(1);
    const joined = await world.browser().ask('POST', link, { ...form, code: await codeFor(secret, 1) });
    expect(joined.body.account.name).toBe("anna's shop");
  });
});

describe('passwords', () => {
  it('T1: a changed password ends every other session', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    const elsewhere = await world.signIn('anna@shop.example');
    const wrong = await anna.ask('POST', '/me/password', { current: 'a wrong guess', fresh: FRESH });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_credentials']);
    expect((await anna.ask('POST', '/me/password', { current: PASSWORD, fresh: FRESH })).status).toBe(204);
    expect((await anna.ask('GET', '/session')).status).toBe(200);
    expect((await elsewhere.ask('GET', '/session')).status).toBe(401);
    expect(world.ended).toHaveLength(1);
    expect((await world.signIn('anna@shop.example')).answer.status).toBe(401);
    expect((await world.signIn('anna@shop.example', FRESH)).answer.status).toBe(200);
  });

  it('T1: a forgotten one is replaced by an e-mailed link, once, within the hour', async () => {
    await using world = await teamWorld({ mail: true });
    const anna = await world.owner('anna');
    const browser = world.browser();
    const mailed = async () => {
      const count = world.mails.length;
      expect((await browser.ask('POST', '/password-resets', { email: 'Anna@shop.example' })).status).toBe(204);
      await expect.poll(() => world.mails.length).toBe(count + 1);
      return `/password-resets/${/reset-password\/([\w-]{43})/.exec(world.mails.at(-1)?.text ?? '')?.[1]}`;
    };
    const set = (link: string) => browser.ask('POST', link, { password: FRESH });
    const first = await mailed();
    const second = await mailed();
    expect((await set(first)).body.code).toBe('link_expired');
    expect((await set(second)).status).toBe(204);
    expect((await set(second)).body.code).toBe('link_expired');
    expect((await anna.ask('GET', '/session')).status).toBe(401);
    expect((await world.signIn('anna@shop.example', FRESH)).answer.status).toBe(200);
    const late = await mailed();
    world.clock.advance(3_600_000);
    expect((await set(late)).body.code).toBe('link_expired');
  });

  it('T1: unknown e-mails are answered alike, and nobody is mailed without end', async () => {
    await using world = await teamWorld({ mail: true });
    await world.owner('anna');
    const outcome = async (email: string) => {
      const statuses: number[] = [];
      for (let time = 0; time < 4; time += 1) {
        statuses.push((await world.browser().ask('POST', '/password-resets', { email })).status);
      }
      return statuses;
    };
    expect(await outcome('nobody@shop.example')).toEqual([204, 204, 204, 429]);
    expect(await outcome('anna@shop.example')).toEqual([204, 204, 204, 429]);
    await settle();
    expect(world.mails.every(({ to }) => to === 'anna@shop.example')).toBe(true);
  });

  it('T1: a server without e-mail says so, to everybody', async () => {
    await using world = await teamWorld();
    await world.owner('anna');
    for (const email of ['anna@shop.example', 'nobody@shop.example']) {
      expect((await world.browser().ask('POST', '/password-resets', { email })).body.code).toBe('mail_off');
    }
  });
});

describe('profile', () => {
  it('T1: a name and a photo are seen by colleagues and visitors', async () => {
    await using world = await teamWorld();
    const anna = await world.owner('anna');
    expect((await anna.ask('PATCH', '/me', { name: ' Anna R. ' })).body.name).toBe('Anna R.');
    const photos = agentPhotos(world.accounts);
    const actor = { account: anna.account.id, agent: anna.agent };
    expect(await photos.setPhoto(actor, '/photos/one')).toBeNull();
    expect(await photos.setPhoto(actor, '/photos/two')).toBe('/photos/one');
    expect((await world.accounts.teams.faces(anna.account.id)).get(anna.agent)).toEqual({
      ...{ id: anna.agent, name: 'Anna R.', photo: '/photos/two' },
    });
    expect(await photos.setPhoto(actor, null)).toBe('/photos/two');
    expect((await anna.ask('GET', '/session')).body.agent.photo).toBeNull();
  });
});
