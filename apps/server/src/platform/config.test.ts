import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('config', () => {
  it('an empty environment gives a server for this machine only', () => {
    expect(readConfig({ PORT: '' })).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4000',
      databaseUrl: null,
      signUp: 'closed',
      demo: false,
      trustProxy: { kind: 'none' },
    });
  });

  it('a bad value is named with its variable in one sentence each', () => {
    const read = () =>
      readConfig({ PORT: 'http', DATABASE_URL: 'mysql://x', SIGN_UP: 'maybe', TRUST_PROXY: '10.0.0.0/64' });
    expect(read).toThrow(/PORT must be a number.*"http"/);
    expect(read).toThrow(/DATABASE_URL must begin with postgres/);
    expect(read).toThrow(/SIGN_UP must be open or closed/);
    expect(read).toThrow(/TRUST_PROXY must be .*10\.0\.0\.0\/64/);
  });

  it('the public address is kept as an origin', () => {
    expect(readConfig({ PUBLIC_URL: 'https://chat.example.com/' }).publicUrl).toBe('https://chat.example.com');
    expect(readConfig({ HOST: '::', PORT: '80' }).publicUrl).toBe('http://localhost');
  });

  it('trusted proxies are a number of hops or networks', () => {
    expect(readConfig({ TRUST_PROXY: '1' }).trustProxy).toEqual({ kind: 'hops', count: 1 });
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual({
      kind: 'networks',
      networks: ['10.0.0.0/8', '::1'],
    });
  });

  it('C8: e-mail is off until there is a server, and then needs somebody to write as', () => {
    expect(readConfig({}).mail).toBeNull();
    expect(readConfig({ MAIL_FROM: 'chat@example.com' }).mail).toBeNull();
    expect(() => readConfig({ SMTP_HOST: 'mail.example.com' })).toThrow('MAIL_FROM');
    expect(() => readConfig({ SMTP_URL: 'https://secret@mail.example.com' })).toThrow(/SMTP_URL must begin with smtp/);
    expect(() => readConfig({ SMTP_URL: 'https://secret@mail.example.com' })).not.toThrow('secret');
    const from = 'Casa <chat@example.com>';
    const settings = { SMTP_HOST: 'mail.example.com', SMTP_USER: 'a@b', SMTP_PASSWORD: 'p/w', MAIL_FROM: from };
    expect(readConfig(settings).mail).toEqual({ smtpUrl: 'smtp://a%40b:p%2Fw@mail.example.com:587', from });
    expect(readConfig({ ...settings, SMTP_PORT: '465' }).mail?.smtpUrl).toMatch(/^smtps:/);
  });
});
