import { expect, test } from 'vitest';
import { type Device, InstallOffer, isIos } from './install-offer.ts';

const ANDROID: Device = { isApp: false, userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9)', touchPoints: 5 };
const IPHONE: Device = { isApp: false, userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1)', touchPoints: 5 };
const IPAD: Device = { isApp: false, userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', touchPoints: 5 };
const MAC: Device = { ...IPAD, touchPoints: 0 };

/** A browser's offer that counts how often it was shown. */
function promptEvent() {
  const shown = { times: 0 };
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: async () => void shown.times++,
  });
  return { event, shown };
}

test('N3: the browser’s offer is kept for the moment in which it is wanted, and used once', () => {
  const window = new EventTarget();
  const offer = new InstallOffer(ANDROID, window);
  let told = 0;
  offer.subscribe(() => told++);
  expect(offer.way()).toBe('none');
  const { event, shown } = promptEvent();
  window.dispatchEvent(event);
  expect([event.defaultPrevented, offer.way(), told]).toEqual([true, 'prompt', 1]);
  offer.install();
  offer.install();
  expect([shown.times, offer.way()]).toEqual([1, 'none']);
});

test('N3: nothing is offered inside the app, nor once it is installed', () => {
  const window = new EventTarget();
  const inside = new InstallOffer({ ...IPHONE, isApp: true }, window);
  const beside = new InstallOffer(ANDROID, window);
  window.dispatchEvent(promptEvent().event);
  window.dispatchEvent(new Event('appinstalled'));
  expect([inside.way(), beside.way()]).toEqual(['none', 'none']);
});

test('N3: an iPhone and an iPad are told how to do it by hand, a Mac is not taken for one', () => {
  expect([IPHONE, IPAD, MAC, ANDROID].map(isIos)).toEqual([true, true, false, false]);
  expect(new InstallOffer(IPAD, new EventTarget()).way()).toBe('by-hand');
});
