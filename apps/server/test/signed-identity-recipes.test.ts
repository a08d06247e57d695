import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignedIdentity } from '@vetrina/domain/signed-identity';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createIdentitySecrets } from '../src/accounts/identity-secrets.ts';
import { accountIdOf } from './store-samples.ts';

// A compiler takes its time.
vi.setConfig({ testTimeout: 60_000 });

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/signed-identity.md'), 'utf8');
const block = (language: string) => new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(PAGE)?.[1] ?? '';
const [, SECRET = '', TOKEN_SECRET = ''] = /^`(\w{43})` and\n`([\w-]{43})`, all print$/m.exec(PAGE) ?? [];
const [SIGNATURE = '', TOKEN = ''] = block('text').trim().split('\n');
const EXPIRES = 1_767_225_600_000;

const folder = mkdtempSync(join(tmpdir(), 'vetrina-recipes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('I3: the documented recipes', () => {
  it.each([
    ['js', process.execPath, 'sign.mjs'],
    ['python', 'python3', 'sign.py'],
    ['php', 'php', 'sign.php'],
    ['ruby', 'ruby', 'sign.rb'],
    ['java', 'java', 'Sign.java'],
  ])('%s signs as all others do', (language, program, file) => {
    const path = join(folder, file);
    writeFileSync(path, block(language));
    const ran = spawnSync(program, [path], {
      env: { ...process.env, VETRINA_SECRET: SECRET, VETRINA_TOKEN_SECRET: TOKEN_SECRET },
      encoding: 'utf8',
    });
    // Not every machine has every language; the page says so.
    if ((ran.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return;
    expect([ran.stderr, ran.stdout.trim().split('\n')]).toEqual(['', [SIGNATURE, TOKEN]]);
  });

  it('what they print proves who it is, under that secret and no other', async () => {
    const clock = new FakeClock(EXPIRES - 300_000);
    const provedUnder = async (secret: string | null, signed: SignedIdentity) => {
      const store = {
        knownIdentitySecret: async () => secret,
        identitySecret: async () => '',
        renewIdentitySecret: async () => undefined,
      };
      const secrets = createIdentitySecrets({ store, clock });
      expect(secrets.userId(accountIdOf('one'), signed, clock.now())).toBeNull();
      await secrets.prepare(accountIdOf('one'));
      return secrets.userId(accountIdOf('one'), signed, clock.now());
    };
    const proofs: SignedIdentity[] = [
      { by: 'hmac', userId: 'customer-42', signature: SIGNATURE },
      { by: 'jwt', token: TOKEN },
    ];
    for (const proof of proofs) {
      expect(await provedUnder(SECRET, proof)).toBe('customer-42');
      expect(await provedUnder('another', proof)).toBeNull();
      expect(await provedUnder(null, proof)).toBeNull();
    }
  });

  it('no id can be chosen whose signature is a token for somebody else', async () => {
    const clock = new FakeClock(EXPIRES - 300_000);
    const store = {
      knownIdentitySecret: async () => SECRET,
      identitySecret: async () => SECRET,
      renewIdentitySecret: async () => undefined,
    };
    const secrets = createIdentitySecrets({ store, clock });
    await secrets.prepare(accountIdOf('one'));
    const signed = TOKEN.slice(0, TOKEN.lastIndexOf('.'));
    const signature = createHmac('sha256', SECRET).update(signed);
    const forged = { by: 'jwt', token: `${signed}.${signature.digest('base64url')}` } as const;
    expect(secrets.userId(accountIdOf('one'), forged, clock.now())).toBeNull();
  });
});
