import type { MessageId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { idOf } from './fake-chat-server.ts';
import { objectionTo, type Upload, Uploads } from './uploads.ts';

const ID = idOf('up');

function desk() {
  const clock = new FakeClock();
  const heard = {
    uploads: [] as readonly Upload[],
    failed: [] as string[],
    done: 0,
    stopped: 0,
    asked: [] as MessageId[],
  };
  const line = { isOpen: true };
  let finish: (answer: number) => void = () => undefined;
  let progress: (share: number) => void = () => undefined;
  const uploads = new Uploads({
    env: { after: clock.after, newId: () => ID },
    send: ({ id }) => line.isOpen && heard.asked.push(id) > 0,
    putFile(_url, _file, tell) {
      progress = tell;
      const answer = new Promise<number>((resolve) => {
        finish = resolve;
      });
      return { answer, stop: () => (heard.stopped += 1) };
    },
    changed: (now) => {
      heard.uploads = now;
    },
    uploaded: () => (heard.done += 1),
    failed: (_file, problem) => heard.failed.push(problem),
  });
  const file = new File(['x'], 'list.pdf', { type: 'application/pdf' });
  const place = () => uploads.hear({ type: 'upload-to', id: ID, url: '/put', expiresInMs: 1 });
  const welcome = () => uploads.hear({ type: 'welcome' } as ToVisitor);
  return {
    line,
    welcome,
    clock,
    heard,
    uploads,
    file,
    place,
    finish: (n: number) => finish(n),
    progress: (n: number) => progress(n),
  };
}

test.each([
  [null, { name: 'a.PDF', type: '', size: 1 }],
  [null, { name: 'photo', type: 'image/heic', size: 1 }],
  ['fileKind', { name: 'a.exe', type: '', size: 1 }],
  ['fileKind', { name: 'a.svg', type: 'image/svg+xml', size: 1 }],
  ['fileTooLarge', { name: 'a.pdf', type: '', size: LIMITS.fileBytes + 1 }],
  ['fileFailed', { name: 'a.pdf', type: '', size: 0 }],
])('C4: the objection %s to %o comes before a byte travels', (objection, file) => {
  expect(objectionTo(file)).toBe(objection);
});

test('C4: a file waits for its place, tells its progress, and can be stopped', () => {
  const { heard, uploads, file, place, progress } = desk();
  uploads.add(file);
  expect(heard.asked).toEqual([ID]);
  place();
  progress(0.5);
  expect(heard.uploads).toMatchObject([{ name: 'list.pdf', progress: 0.5 }]);
  uploads.cancel(ID);
  expect([heard.uploads, heard.stopped, heard.failed]).toEqual([[], 1, []]);
});

test('C4: what the server refuses is told by its reason', async () => {
  const { heard, uploads, file, place, finish } = desk();
  uploads.add(file);
  place();
  finish(415);
  await Promise.resolve();
  await Promise.resolve();
  expect([heard.failed, heard.done]).toEqual([['fileKind'], 0]);
});

test('C4: without a place in time the file has failed', () => {
  const { clock, heard, uploads, file } = desk();
  uploads.add(file);
  clock.advance(30_000);
  expect([heard.failed, heard.uploads]).toEqual([['fileFailed'], []]);
});

test('C4: a file chosen without a line waits for one, and is asked for again over the next', () => {
  const { line, welcome, clock, heard, uploads, file, place } = desk();
  line.isOpen = false;
  uploads.add(file);
  clock.advance(60_000);
  expect([heard.asked, heard.failed]).toEqual([[], []]);
  line.isOpen = true;
  welcome();
  welcome();
  expect(heard.asked).toEqual([ID, ID]);
  place();
  welcome();
  clock.advance(30_000);
  expect([heard.asked, heard.failed]).toEqual([[ID, ID], []]);
});
