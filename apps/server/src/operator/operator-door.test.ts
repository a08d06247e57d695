import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { noteIn, openOperatorDoor, operatorNote } from './operator-door.ts';

async function door() {
  const dataDir = mkdtempSync(join(tmpdir(), 'vetrina-operator-'));
  const asked: (readonly string[])[] = [];
  const open = await openOperatorDoor({
    ...{ dataDir, token: 'the token' },
    operate: async (words) => {
      asked.push(words);
      return { ok: true, text: 'done' };
    },
    failed: () => undefined,
  });
  onTestFinished(() => {
    open.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const note = operatorNote.parse(JSON.parse(readFileSync(noteIn(dataDir), 'utf8')));
  const ask = async (token: string, body: string, method = 'POST') => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`http://127.0.0.1:${note.port}/`, {
      ...{ method, headers },
      ...(method === 'POST' ? { body } : {}),
    });
    return { status: response.status, body: await response.json() };
  };
  return { dataDir, asked, open, note, ask };
}

it('P: whoever can read the note is the operator, and nobody else can read it', async () => {
  const { dataDir, note, ask, asked, open } = await door();
  expect(statSync(noteIn(dataDir)).mode & 0o777).toBe(0o600);
  expect(await ask(note.token, '["list"]')).toEqual({ status: 200, body: { ok: true, text: 'done' } });
  expect(asked).toEqual([['list']]);
  open.close();
  expect(() => statSync(noteIn(dataDir))).toThrow('ENOENT');
});

it('a stranger, another method, nonsense and too much are refused, and do nothing', async () => {
  const { note, ask, asked } = await door();
  const tries = [
    ask('another', '["list"]'),
    ask(note.token, '', 'GET'),
    ask(note.token, 'nonsense'),
    ask(note.token, '{"0":"list"}'),
    ask(note.token, JSON.stringify(Array(11).fill('x'))),
    ask(note.token, JSON.stringify(['x'.repeat(20_000)])),
  ];
  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([401, 405, 400, 400, 400, 400]);
  expect(asked).toEqual([]);
});
