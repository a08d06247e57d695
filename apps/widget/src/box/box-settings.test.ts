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

test('P: a page turns on only what the plan has, and turns off what it likes', () => {
  const all = {
    hideWidget: true,
    hideMobileWidget: '1',
    hideOfflineChat: 'true',
    requireLogin: true,
    ratingEnabled: 1,
  };
  const off = { ...DEFAULT_BOX, rating: false };
  const may = { hideBox: false, askFirst: false, rate: false };
  expect(withOptions(all, { box: off, may })).toMatchObject({ ...off, askFirst: null });
  const on = { hidden: true, hiddenOnPhones: true, hiddenWhenOffline: true, rating: true };
  expect(withOptions(all, { box: off })).toMatchObject({ ...on, askFirst: true });
  const none = Object.fromEntries(Object.keys(all).map((name) => [name, 'false']));
  expect(withOptions(none, { box: { ...DEFAULT_BOX, ...on }, may })).toMatchObject({
    ...{ hidden: false, hiddenOnPhones: false, hiddenWhenOffline: false, rating: false, askFirst: false },
  });
});

test.each([
  ['hideBox', { hideWidget: true }, { hidden: true }],
  ['askFirst', { requireLogin: true }, { askFirst: true }],
  ['rate', { ratingEnabled: true }, { rating: true }],
] as const)('P: %s is what lets a page say %o', (feature, options, wanted) => {
  const may = { hideBox: false, askFirst: false, rate: false, [feature]: true };
  expect(withOptions(options, { box: { ...DEFAULT_BOX, rating: false }, may })).toMatchObject(wanted);
});

const seen = { box: DEFAULT_BOX, state: 'online', narrow: false, page: 'silent', chatting: false } as const;
const hiding = (...names: ('hidden' | 'hiddenOnPhones' | 'hiddenWhenOffline')[]) => ({
  box: { ...DEFAULT_BOX, ...Object.fromEntries(names.map((name) => [name, true])) },
});
const everything = {
  ...hiding('hidden', 'hiddenOnPhones', 'hiddenWhenOffline'),
  state: 'offline',
  narrow: true,
} as const;

test.each([
  ['shown', 'as it is', true, {}],
  ['hidden', 'by a setting', false, hiding('hidden')],
  ['hidden', 'on phones', false, { ...hiding('hiddenOnPhones'), narrow: true }],
  ['shown', 'elsewhere', true, hiding('hiddenOnPhones')],
  ['hidden', 'while nobody is there', false, { ...hiding('hiddenWhenOffline'), state: 'offline' as const }],
  ['hidden', 'before anybody knows', false, { ...hiding('hiddenWhenOffline'), state: 'unknown' as const }],
  ['shown', 'before anybody knows, where it is not hidden offline', true, { state: 'unknown' as const }],
  ['shown', 'whatever the settings say, if the page says so', true, { ...everything, page: 'show' as const }],
  ['shown', 'whatever the settings say, in a conversation', true, { ...everything, chatting: true }],
  ['hidden', 'if the page says so, even in a conversation', false, { page: 'hide' as const, chatting: true }],
])('C1: a box is %s %s', (_is, _how, shown, differently) => {
  expect(isBoxShown({ ...seen, ...differently })).toBe(shown);
});

test('C7: blocked, nothing brings the box back', () => {
  expect(isBoxShown({ ...seen, state: 'hidden', page: 'show', chatting: true })).toBe(false);
});
