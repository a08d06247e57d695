import { expect, test } from 'vitest';
import { frameAddress, readFrameNews } from './frame-news.ts';

test('S1: of the screen one writes from, the operator learns its name and no id', () => {
  expect(frameAddress('/conversations/coABCDEFGHIJKLMNOPQRSTUV', 'it')).toBe(
    '/support.html?screen=conversations&language=it',
  );
  expect(frameAddress('/automation/messages/rlABCDEFGHIJKLMNOPQRSTUV/results', 'en')).toBe(
    '/support.html?screen=automation&language=en',
  );
  expect(frameAddress('/', 'en')).toContain('screen=start');
  expect(frameAddress('/%2e%2e/x', 'en')).toContain('screen=start');
});

test('S1: other messages on the page are none of ours', () => {
  for (const data of [null, 'open', 1, {}, { support: 'else' }, { support: { toString: () => 'open' } }])
    expect(readFrameNews(data)).toBeNull();
  expect(readFrameNews({ support: 'closed' })).toEqual({ support: 'closed' });
});
