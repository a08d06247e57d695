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
});
