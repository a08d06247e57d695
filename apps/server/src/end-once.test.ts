import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test, vi } from 'vitest';
import { endOnce } from './end-once.ts';

const forever = () => new Promise<void>(() => undefined);
const atOnce = () => Promise.resolve();

function signalled(app: { drain: () => Promise<void>; stop: () => Promise<void> }) {
  const clock = new FakeClock();
  const [exit, complain, closeDoor] = [vi.fn(), vi.fn(), vi.fn()];
  const signal = endOnce({ app: { ...app, ending: 'jobs' }, clock, closeDoor, complain, exit });
  signal();
  return { clock, exit, complain, closeDoor, signal };
}

test('a signal drains, lets go of everything, and ends well', async () => {
  const { exit, closeDoor, complain } = signalled({ drain: atOnce, stop: atOnce });
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(closeDoor).toHaveBeenCalledOnce();
  expect(complain).not.toHaveBeenCalled();
});

test('an end that does not come is made, and says what it waited for', () => {
  const { clock, exit, complain } = signalled({ drain: atOnce, stop: forever });
  clock.advance(24_999);
  expect(exit).not.toHaveBeenCalled();
  clock.advance(1);
  expect(exit).toHaveBeenCalledWith(1);
  expect(complain).toHaveBeenCalledWith(expect.stringContaining('jobs'));
});

test('a second signal does not wait', () => {
  const { exit, signal } = signalled({ drain: forever, stop: atOnce });
  signal();
  expect(exit).toHaveBeenCalledWith(1);
});

test('an end that fails says why', async () => {
  const fault = new Error('the disk is gone');
  const { exit, complain } = signalled({ drain: atOnce, stop: () => Promise.reject(fault) });
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
  expect(complain).toHaveBeenCalledWith(fault);
});
