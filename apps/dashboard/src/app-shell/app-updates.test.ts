import { expect, test, vi } from 'vitest';
import { AppUpdates } from './app-updates.ts';
import type { FromPage } from './worker-messages.ts';

/** A waiting version that says whether the page is its own. */
function worker(isOwn: boolean) {
  const said: FromPage['kind'][] = [];
  const postMessage = (message: FromPage, ports: readonly MessagePort[]): void => {
    said.push(message.kind);
    ports[0]?.postMessage(isOwn);
  };
  return Object.assign(new EventTarget(), { state: 'installed', said, postMessage });
}

type FakeWorker = ReturnType<typeof worker>;

/** A page whose worker `controller` is; what the browser does is played by the test. */
function page(controller: FakeWorker | null, waiting: FakeWorker | null = null) {
  const container = Object.assign(new EventTarget(), { controller });
  const update = vi.fn(async () => undefined);
  const registration = Object.assign(new EventTarget(), { waiting, installing: null as FakeWorker | null, update });
  const reload = vi.fn();
  const clock = { now: 0 };
  const updates = new AppUpdates({ now: () => clock.now, reload, entry: '/assets/index-1.js' });
  updates.watch(container as unknown as ServiceWorkerContainer, registration as unknown as ServiceWorkerRegistration);
  return { container, registration, updates, reload, update, clock };
}

function takesOver({ container }: ReturnType<typeof page>, newer: FakeWorker): void {
  container.controller = newer;
  container.dispatchEvent(new Event('controllerchange'));
}

test('N2: a newer version is told of, and loaded once when the agent wants it', async () => {
  const newer = worker(false);
  const opened = page(worker(true), newer);
  await vi.waitFor(() => expect(opened.updates.isReady()).toBe(true));
  expect(opened.reload).not.toHaveBeenCalled();
  opened.updates.take();
  expect(newer.said).toEqual(['whose-page', 'take-over']);
  expect(opened.reload).not.toHaveBeenCalled();
  takesOver(opened, newer);
  expect(opened.reload).toHaveBeenCalledOnce();
});

test('N2: a version that arrives while the page is open is told of too', async () => {
  const opened = page(worker(true));
  const newer = worker(false);
  opened.registration.installing = newer;
  opened.registration.dispatchEvent(new Event('updatefound'));
  newer.dispatchEvent(new Event('statechange'));
  await vi.waitFor(() => expect(opened.updates.isReady()).toBe(true));
});

test('N2: a page that already runs the new version hears nothing of it, however soon it takes over', async () => {
  const newer = worker(true);
  const opened = page(worker(true), newer);
  // Before its answer arrives.
  takesOver(opened, newer);
  await vi.waitFor(() => expect(newer.said).toEqual(['whose-page', 'whose-page']));
  await new Promise((resolve) => setImmediate(resolve));
  expect([opened.updates.isReady(), opened.reload.mock.calls.length]).toEqual([false, 0]);
});

test('N2: the first version of all is no news', () => {
  const opened = page(null);
  const first = worker(true);
  opened.registration.installing = first;
  opened.registration.dispatchEvent(new Event('updatefound'));
  first.dispatchEvent(new Event('statechange'));
  takesOver(opened, first);
  expect([opened.updates.isReady(), opened.reload.mock.calls.length, first.said]).toEqual([false, 0, []]);
});

test('N2: a tab is never loaded anew because another one took the new version: it is told', async () => {
  const opened = page(worker(true));
  takesOver(opened, worker(false));
  await vi.waitFor(() => expect(opened.updates.isReady()).toBe(true));
  expect(opened.reload).not.toHaveBeenCalled();
  opened.updates.take();
  expect(opened.reload).toHaveBeenCalledOnce();
});

test('N2: the server is not asked for news at every glance', () => {
  const opened = page(worker(true));
  opened.updates.ask();
  opened.clock.now = 11 * 60_000;
  opened.updates.ask();
  opened.updates.ask();
  expect(opened.update).toHaveBeenCalledOnce();
});
