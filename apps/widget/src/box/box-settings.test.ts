import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import { expect, test } from 'vitest';
import type { PageOption } from '../bridge.ts';
import { isBoxShown, pageBox } from './box-settings.ts';

const config: WidgetConfig = {
  mode: 'full',
  respectPrivacySignals: true,
  accountName: 'Shop',
  box: DEFAULT_BOX,
  may: { hideBox: true, askFirst: true, rate: true },
  groups: [],
};
type Options = Partial<Record<PageOption, unknown>>;
const withOptions = (options: Options, differently: Partial<WidgetConfig> = {}) =>
  pageBox({ ...config, ...differently }, (name) => options[name]);

test('C1: what the page says goes before the settings', () => {
  const box = withOptions({ orientation: 'left', offsetX: '12px', color: '#F00', ratingEnabled: 'false', zIndex: '7' });
  expect(box).toMatchObject({ side: 'left', offsetX: 12, color: '#ff0000', rating: false, zIndex: 7 });
});

test('C1: what makes no sense is passed over', () => {
  const box = withOptions({
    orientation: 'top',
    offsetX: {},
    offsetY: Number.NaN,
    color: 'red; background: url(x)',
    privacyNoticeUrl: 'javascript:alert(1)',
    hideWidget: 'perhaps',
  });
  expect(box).toMatchObject(DEFAULT_BOX);
});

test.each([
  [{ shown: true, mustAgree: true }, { shown: true, mustAgree: true }, 'false'],
  [{ shown: false, mustAgree: true }, { shown: true, mustAgree: true }, 'false'],
  [{ shown: true, mustAgree: false }, { shown: false, mustAgree: false }, 'false'],
  [{ shown: false, mustAgree: false }, { shown: true, mustAgree: true }, 'true'],
])('C1: a page may tighten what the account demands, never loosen it: %o comes to %o', (account, shown, said) => {
  const box = { ...DEFAULT_BOX, privacy: { ...DEFAULT_BOX.privacy, ...account } };
  const options = { privacyNoticeEnabled: said, privacyNoticeCheckRequired: said };
  expect(withOptions(options, { box }).privacy).toMatchObject(shown);
});

const seen = { box: DEFAULT_BOX, state: 'online', phone: false, page: 'silent', chatting: false } as const;

test.each([
  [true, {}],
  [false, { box: { ...DEFAULT_BOX, hidden: true } }],
  [true, { box: { ...DEFAULT_BOX, hidden: true }, page: 'show' as const }],
  [false, { page: 'hide' as const, chatting: true }],
  [false, { box: { ...DEFAULT_BOX, hiddenOnPhones: true }, phone: true }],
  [false, { box: { ...DEFAULT_BOX, hiddenWhenOffline: true }, state: 'offline' as const }],
  [true, { box: { ...DEFAULT_BOX, hiddenWhenOffline: true }, state: 'offline' as const, chatting: true }],
])('C1: a box is shown: %s with %o', (shown, differently) => {
  expect(isBoxShown({ ...seen, ...differently })).toBe(shown);
});

test('C7: hidden by the server, nothing brings the box back', () => {
  expect(isBoxShown({ ...seen, state: 'hidden', page: 'show', chatting: true })).toBe(false);
});
