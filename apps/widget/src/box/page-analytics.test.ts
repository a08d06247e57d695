import { expect, test } from 'vitest';
import type { Bridge, PageOption } from '../bridge.ts';
import { pageAnalytics } from './page-analytics.ts';

/** A page with these options, and with one of Google's functions, which notes its calls. */
function page(options: Partial<Record<PageOption, unknown>>, globals: 'gtag' | 'ga') {
  const calls: unknown[][] = [];
  const window = { [globals]: (...call: unknown[]) => calls.push(call) } as unknown as Bridge['window'];
  return { calls, tell: pageAnalytics({ window, option: (name) => options[name] }) };
}

test('I1: what happens goes to the page’s Analytics with the fields of its `gaOptions`, ours outweighing them', () => {
  const gaOptions = { cookie_domain: 'shop.test', send_to: 'theirs' };
  const { calls, tell } = page({ gaKey: 'G-1', gaOptions }, 'gtag');
  tell('Feedback_sent', 'Good');
  expect(calls).toEqual([
    [
      ...['event', 'Feedback_sent'],
      { cookie_domain: 'shop.test', event_category: 'Smartsupp_v3', event_label: 'Good', send_to: 'G-1' },
    ],
  ]);
});

test('I1: the older Analytics gets them as its last argument', () => {
  const { calls, tell } = page({ gaKey: 'UA-1', gaName: 'shop', gaOptions: { nonInteraction: true } }, 'ga');
  tell('Auth_form_filled');
  expect(calls).toEqual([['shop.send', 'event', 'Smartsupp_v3', 'Auth_form_filled', '', { nonInteraction: true }]]);
});

test.each([undefined, null, 'text', 7, ['a'], () => 1])(
  'bad input: `gaOptions` that are %s add nothing',
  (gaOptions) => {
    const { calls, tell } = page({ gaKey: 'UA-1', gaOptions }, 'ga');
    tell('Auth_form_filled');
    expect(calls[0]?.at(-1)).toEqual({});
  },
);

test('never throws: a page whose Analytics is broken loses only that', () => {
  const option = (name: PageOption) => (name === 'gaKey' ? 'G-1' : undefined);
  const gtag = (): void => {
    throw new Error('of the page');
  };
  const tell = pageAnalytics({ window: { gtag } as unknown as Bridge['window'], option });
  expect(() => tell('Auth_form_filled')).not.toThrow();
});
