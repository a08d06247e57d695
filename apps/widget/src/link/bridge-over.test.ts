import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { PageViewId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import type { Bridge } from '../bridge.ts';
import { bridgeOver } from './bridge-over.ts';
import type { Link, News, Scene } from './link.ts';

const scene: Scene = { at: 0, events: {}, page: { id: 'p'.repeat(22) as PageViewId, url: '', title: '' } };

/** The box comes to a page whose loader has kept this for it. */
function boxComes(...kept: News[]) {
  const link: Link = {
    ...{ base: '', key: 'key', kept, look: DEFAULT_BOX },
    config: {
      ...{ mode: 'full', respectPrivacySignals: true, accountName: '', box: DEFAULT_BOX, groups: [] },
      may: { hideBox: true, askFirst: true, rate: true },
    },
    line: () => 'open',
    send: () => true,
    startChat: () => undefined,
    emit: () => undefined,
    remember: () => undefined,
    who: () => 'abcdefghijklmnopqrstuv',
    scene: () => scene,
  };
  const bridge = bridgeOver({} as Bridge['window'], link);
  const heard: unknown[] = [];
  bridge.onForget(() => heard.push('forget'));
  bridge.onCommand((...call) => heard.push(call));
  bridge.launcher.onPress(() => heard.push('press'));
  return { link, bridge, heard };
}

test('I2: what a visitor wanted before the box came is not done after their logout; how the page wants its box, is', () => {
  const { heard } = boxComes(
    ['command', 'language', 'it'],
    ['command', 'chat:hide'],
    ['press'],
    ['command', 'chat:open'],
    ['command', 'chat:message', 'old'],
    ['command', 'chat:send', 'old'],
    ['forget'],
    ['command', 'chat:send', 'new'],
  );
  expect(heard).toEqual(['forget', ['language', 'it'], ['chat:hide'], ['chat:send', 'new']]);
});

test('C1: who pressed twice before the box came means to open it, once, also after a logout', () => {
  expect(boxComes(['press'], ['press']).heard).toEqual(['press']);
  expect(boxComes(['press'], ['forget'], ['press'], ['press']).heard).toEqual(['forget', 'press']);
});

test('I2: visitors of one browser are told apart by a part of its key that is no key', () => {
  const { bridge, link } = boxComes();
  expect(bridge.who()).toBe('abcdefgh');
  Object.assign(link, { who: () => undefined });
  expect(bridge.who()).toBeNull();
});
