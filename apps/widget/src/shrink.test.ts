import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OWN_NAMES } from '../shrink.ts';

const SAID = ['hello', 'welcome'].map((name) => `../../../packages/protocol/src/messages/visitor-${name}.ts`);
const MORE = ['automatic-message', 'identity', 'page', 'page-viewed', 'title-changed', 'activity', 'chat'].map(
  (name) => `../../../packages/protocol/src/messages/${name}.ts`,
);

const source = (path: string) =>
  readFileSync(new URL(path, import.meta.url), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');

function folder(path: string): string {
  const names = readdirSync(new URL(path, import.meta.url)).filter((name) => /^(?!fake).*(?<!test)\.ts$/.test(name));
  return names.map((name) => source(`${path}/${name}`)).join('');
}

test('speed: no name that the build shortens is a field of what the loader says, hears, or hands to the box', () => {
  const foreign = [...SAID, ...MORE, './link/link.ts'].map(source).join('');
  expect(OWN_NAMES.filter((name) => new RegExp(`^\\s+(readonly )?${name}\\??[:(]`, 'm').test(foreign))).toEqual([]);
});

test('speed: every name that the build shortens is in use', () => {
  const own = folder('./loader') + folder('../../../packages/socket/src');
  expect(OWN_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(own))).toEqual([]);
});
