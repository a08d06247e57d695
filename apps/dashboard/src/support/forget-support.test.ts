import { expect, test } from 'vitest';
import { forgetSupport, markSupport, supportMark } from './forget-support.ts';

function browser() {
  const storage = (): Storage => {
    const values = new Map<string, string>();
    return {
      get length() {
        return values.size;
      },
      clear: () => values.clear(),
      key: (at) => [...values.keys()][at] ?? null,
      getItem: (name) => values.get(name) ?? null,
      setItem: (name, value) => void values.set(name, value),
      removeItem: (name) => void values.delete(name),
    };
  };
  const [dropped, cookies]: [string[], string[]] = [[], []];
  const document = {
    set cookie(line: string) {
      cookies.push(line);
    },
  };
  const indexedDB = { deleteDatabase: (name: string) => void dropped.push(name) };
  const places = { localStorage: storage(), sessionStorage: storage(), indexedDB, document };
  return { places: places as unknown as Parameters<typeof forgetSupport>[0], dropped, cookies };
}

test('S1: signed out, nothing of the support chat is left in the browser, and everything else is', () => {
  const { places, dropped, cookies } = browser();
  markSupport(places, 'thekey');
  places.localStorage.setItem('vetrina_vid', 'x');
  places.localStorage.setItem('vetrina_box_thekey_answered', 'x');
  places.sessionStorage.setItem('vetrina_box_thekey_log', 'x');
  places.localStorage.setItem('vetrina-outbox-agent-1', 'mine');
  places.sessionStorage.setItem('vetrina draft co1', 'mine');
  forgetSupport(places);
  expect(supportMark(places)).toBeNull();
  expect([places.localStorage.length, places.sessionStorage.length]).toEqual([1, 1]);
  expect(dropped).toEqual(['vetrina-thekey']);
  expect(cookies).toContain('vetrina_vid=;path=/;max-age=0');
});

test('S1: a browser from which nobody wrote is left alone', () => {
  const { places, dropped } = browser();
  places.localStorage.setItem('vetrina_vid', 'a shop’s on the same host');
  forgetSupport(places);
  expect(places.localStorage.length).toBe(1);
  expect(dropped).toEqual([]);
});
