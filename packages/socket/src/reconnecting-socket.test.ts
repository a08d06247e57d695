import { CLOSE } from '@vetrina/protocol/close-codes';
import { RHYTHM } from '@vetrina/protocol/limits';
import { expect, test, vi } from 'vitest';
import { fakeSocketEnv } from './fake-socket-env.ts';
import { openSocket, type SocketOptions, type SocketState } from './reconnecting-socket.ts';

function setUp(overrides: Partial<SocketOptions> = {}) {
  const env = fakeSocketEnv();
  const states: SocketState[] = [];
  const heard: string[] = [];
  const socket = openSocket({
    address: (go) => go('wss://vetrina.test/ws'),
    onOpen: (send) => send('hello'),
    onMessage: (text) => heard.push(text),
    onState: (state) => states.push(state),
    env,
    ...overrides,
  });
  return { env, states, heard, socket, state: () => states.at(-1) };
}

/** Up, and heard once: the backoff starts afresh from here. */
function setUpOpen(overrides: Partial<SocketOptions> = {}) {
  const world = setUp(overrides);
  world.env.wire().opened();
  world.env.wire().heard('welcome');
  return world;
}

test('opening: says hello as the first frame, then passes frames both ways', () => {
  const { env, states, heard, socket } = setUpOpen();
  expect(socket.send('page')).toBe(true);
  expect(env.wire().sent).toEqual(['hello', 'page']);
  expect(heard).toEqual(['welcome']);
  expect(states).toEqual([{ is: 'connecting' }, { is: 'open' }]);
});

test('sending: refuses while the wire is not up, and keeps nothing for later', () => {
  const { env, socket } = setUp();
  expect(socket.send('too early')).toBe(false);
  env.wire().opened();
  expect(env.wire().sent).toEqual(['hello']);
});

test('reconnecting: waits a jittered while after a loss and dials again', () => {
  const { env, state } = setUpOpen();
  env.draw = 0.5;
  env.wire().closed(1006, '');
  expect(state()).toEqual({ is: 'waiting', until: env.now() + 250, attempt: 1 });
  env.pass(249);
  expect(env.wires).toHaveLength(1);
  env.pass(1);
  expect(env.wires).toHaveLength(2);
});

test('reconnecting: a server that accepts and hangs up is not dialled in a tight loop', () => {
  const { env, states } = setUp();
  env.draw = 1;
  for (let round = 0; round < 4; round++) {
    env.wire().opened();
    env.wire().closed(1006, '');
    env.pass(8_000);
  }
  const waits = states.flatMap((state) => (state.is === 'waiting' ? [state.attempt] : []));
  expect(waits).toEqual([1, 2, 3, 4]);
});

test('reconnecting: hearing the server makes the next wait short again', () => {
  const { env, state } = setUp();
  env.draw = 1;
  env.wire().closed(1006, '');
  env.pass(500);
  env.wire().closed(1006, '');
  env.pass(1_000);
  env.wire().opened();
  env.wire().heard('welcome');
  env.wire().closed(1006, '');
  expect(state()).toEqual({ is: 'waiting', until: env.now() + 500, attempt: 1 });
});

test('reconnecting: a page policy that throws on connect is a failed attempt, not an error', () => {
  const world = setUpOpen();
  world.env.refuse = true;
  world.env.wire().closed(1006, '');
  world.env.pass(500);
  expect(world.state()).toMatchObject({ is: 'waiting', attempt: 1 + 1 });
});

test('reconnecting: a handshake that hangs is given up after 15 s', () => {
  const { env, state } = setUp();
  env.pass(14_999);
  expect(state()).toEqual({ is: 'connecting' });
  env.pass(1);
  expect(state()).toMatchObject({ is: 'waiting', attempt: 1 });
  expect(env.wire().isClosed()).toBe(true);
});

test('address: is asked anew before every attempt and may come later', async () => {
  let tickets = 0;
  const { env } = setUp({
    address: (go) => void Promise.resolve(`wss://vetrina.test/ws?ticket=${++tickets}`).then(go),
  });
  await vi.waitFor(() => expect(env.wires).toHaveLength(1));
  env.wire().closed(1006, '');
  env.pass(500);
  await vi.waitFor(() => expect(env.wires).toHaveLength(2));
  expect(env.wire().address).toBe('wss://vetrina.test/ws?ticket=2');
});

test('address: none is a failed attempt', async () => {
  const { state } = setUp({ address: (_go, fail) => void Promise.reject(new Error('no ticket')).catch(fail) });
  await vi.waitFor(() => expect(state()).toMatchObject({ is: 'waiting', attempt: 1 }));
});

test('address: one that arrives after close() dials nothing', async () => {
  const { env, socket } = setUp({ address: (go) => void Promise.resolve('wss://vetrina.test/ws').then(go) });
  socket.close();
  await Promise.resolve();
  expect(env.wires).toHaveLength(0);
});

test('close codes: "never" ends it with number and reason, and leaves nothing running', () => {
  const { env, state } = setUpOpen();
  env.wire().closed(CLOSE.clientTooOld.code, CLOSE.clientTooOld.reason);
  expect(state()).toEqual({ is: 'ended', code: 4104, reason: 'client is too old, reload' });
  expect([env.pendingTimers(), env.watchers()]).toEqual([0, 0]);
  env.sign('online');
  env.pass(3_600_000);
  expect(env.wires).toHaveLength(1);
});

test('close codes: no sign of the world shortens a wait that the server asked for', () => {
  const { env, state } = setUpOpen();
  env.wire().closed(CLOSE.overloaded.code, '');
  const allowedAt = env.now() + 15_000;
  env.sign('online');
  env.sign('visibilitychange');
  expect(env.wires).toHaveLength(1);
  expect(state()).toMatchObject({ is: 'waiting', until: allowedAt });
  env.pass(15_000);
  expect(env.wires).toHaveLength(2);
});

test('watchdog: silence longer than beat, grace and slack is death, noticed within one look', () => {
  const { env } = setUpOpen();
  env.pass(RHYTHM.beat + RHYTHM.beatGrace);
  expect(env.wires).toHaveLength(1);
  env.pass(7_000);
  expect(env.wires).toHaveLength(2);
  expect(env.wires[0]?.isClosed()).toBe(true);
});

test('watchdog: beats keep it alive for hours', () => {
  const { env } = setUpOpen();
  for (let beats = 0; beats < 500; beats++) {
    env.pass(RHYTHM.beat);
    env.wire().heard('beat');
  }
  expect(env.wires).toHaveLength(1);
});

test('sleep: a wake is noticed at the next look and dials at once after a second look', () => {
  const { env } = setUpOpen();
  env.sleep(8 * 3_600_000);
  env.pass(5_000);
  expect(env.wires).toHaveLength(1);
  env.pass(1_000);
  expect(env.wires).toHaveLength(2);
});

test('sleep: beats that were queued behind the late look save the wire', () => {
  const { env } = setUpOpen();
  env.sleep(60_000);
  env.sign('visibilitychange');
  env.wire().heard('beat');
  env.pass(5_000);
  expect(env.wires).toHaveLength(1);
});

test('sleep: a clock set back does not blind the watchdog', () => {
  const { env } = setUpOpen();
  env.sleep(-3_600_000);
  env.pass(45_000);
  expect(env.wires).toHaveLength(2);
});

test('network: an open wire outlives "offline" but is replaced on "online"', () => {
  const { env, states } = setUpOpen();
  env.sign('offline');
  expect(env.wires[0]?.isClosed()).toBe(false);
  env.sign('online');
  expect(env.wires).toHaveLength(2);
  expect(states.at(-1)).toEqual({ is: 'connecting' });
});

test('network: "online" cuts an ordinary wait short', () => {
  const { env } = setUp();
  env.draw = 1;
  env.wire().closed(1006, '');
  env.sign('online');
  expect(env.wires).toHaveLength(2);
});

test('closing: ends for good, lets go of the wire, and hears nothing more from it', () => {
  const { env, socket, state, heard } = setUpOpen();
  socket.close();
  env.wire().heard('late');
  env.wire().closed(1006, '');
  socket.close();
  expect(state()).toEqual({ is: 'ended', code: 1000, reason: 'closed' });
  expect(env.wire().isClosed()).toBe(true);
  expect(heard).toEqual(['welcome']);
  expect([env.pendingTimers(), env.watchers()]).toEqual([0, 0]);
});
