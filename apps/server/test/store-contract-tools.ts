import type { FileId, ShortcutId, TagId, VisitorId } from '@vetrina/protocol/ids';
import { describe, expect, it } from 'vitest';
import type { StoredFile } from '../src/files/ports.ts';
import { createFileStore } from '../src/store/file-store.ts';
import { createToolStore } from '../src/store/tool-store.ts';
import type { Open } from './open-database.ts';
import { agentIdOf, visitorAt } from './store-samples.ts';

const { account: one, visitor: anna } = visitorAt('one', 'anna');
const { account: two, visitor: bruno } = visitorAt('two', 'bruno');

const named = <Id extends string>(prefix: string, name: string) => `${prefix}${name.padEnd(22, '0')}` as Id;
const file = (name: string) => named<FileId>('fi', name);
const tag = (name: string) => named<TagId>('tg', name);
const shortcut = (name: string) => named<ShortcutId>('sc', name);

const aFile = (name: string, more: Partial<StoredFile> = {}): StoredFile => ({
  ...{ id: file(name), account: one, purpose: 'file', uploader: anna as VisitorId },
  ...{ name: `${name}.png`, bytes: 20 * 1024 * 1024, mediaType: 'image/png' },
  ...{ picture: { width: 640, height: 480 }, createdAt: 10 },
  ...more,
});

/** Files, shortcuts and tags. */
export function toolContract(open: Open): void {
  describe('files', () => files(open));
  describe('shortcuts', () => shortcuts(open));
  describe('tags', () => tags(open));
}

function files(open: Open): void {
  it('C4: an id is good for one file', async () => {
    const store = createFileStore(await open());
    expect(await store.add(aFile('a'))).toBe(true);
    expect(await store.add(aFile('a', { account: two, name: 'other' }))).toBe(false);
    expect(await store.find(one, [file('a'), file('b')])).toEqual([aFile('a')]);
    expect(await store.find(one, [])).toEqual([]);
    expect(await store.find(two, [file('a')])).toEqual([]);
  });

  it('C4: only who uploaded a file says it, as often as asked; another account, person or a photo is answered alike', async () => {
    const store = createFileStore(await open());
    await store.add(aFile('a'));
    await store.add(aFile('p', { purpose: 'photo' }));
    expect(await store.markSaid(one, file('a'), anna, 20)).toBe(true);
    expect(await store.markSaid(one, file('a'), anna, 30)).toBe(true);
    expect(await store.markSaid(one, file('a'), bruno, 20)).toBe(false);
    expect(await store.markSaid(two, file('a'), anna, 20)).toBe(false);
    expect(await store.markSaid(one, file('unknown'), anna, 20)).toBe(false);
    expect(await store.markSaid(one, file('p'), anna, 20)).toBe(false);
  });

  it('C4: files that nobody said are forgotten, and nothing else is', async () => {
    const store = createFileStore(await open());
    for (const name of ['said', 'unsaid', 'newer'])
      await store.add(aFile(name, name === 'newer' ? { createdAt: 99 } : {}));
    await store.add(aFile('p', { purpose: 'photo' }));
    await store.markSaid(one, file('said'), anna, 20);
    expect(await store.takeUnsaid(50, 10)).toEqual([file('unsaid')]);
    expect(await store.takeUnsaid(50, 10)).toEqual([]);
    expect(await store.markSaid(one, file('unsaid'), anna, 51)).toBe(false);
    expect((await store.find(one, [file('said'), file('newer')])).length).toBe(2);
    expect((await store.photo(file('p')))?.id).toBe(file('p'));
  });

  it('T1: a photo is found by its id alone, and no file is found as one', async () => {
    const store = createFileStore(await open());
    await store.add(aFile('a'));
    await store.add(aFile('p', { purpose: 'photo', uploader: agentIdOf('one') }));
    expect(await store.photo(file('a'))).toBeNull();
    expect(await store.find(one, [file('p')])).toEqual([]);
    await store.forgetPhoto(file('a'));
    await store.forgetPhoto(file('p'));
    expect(await store.photo(file('p'))).toBeNull();
    expect(await store.find(one, [file('a')])).toHaveLength(1);
  });
}

function shortcuts(open: Open): void {
  const mine = agentIdOf('one');
  const hello = { id: shortcut('hello'), name: 'hello', text: 'Hello!', scope: 'personal', at: 1 } as const;

  it('C4: an agent has their own shortcuts and the team’s', async () => {
    const store = createToolStore(await open());
    await store.addShortcut(one, mine, hello);
    await store.addShortcut(one, null, { ...hello, id: shortcut('team'), scope: 'team', at: 2 });
    await store.addShortcut(one, agentIdOf('other'), { ...hello, id: shortcut('other'), at: 3 });
    const { at: _, ...own } = hello;
    expect(await store.shortcuts(one, mine)).toEqual([own, { ...own, id: shortcut('team'), scope: 'team' }]);
    expect(await store.shortcuts(two, mine)).toEqual([]);
    expect(await store.ownerOfShortcut(one, hello.id)).toBe(mine);
    expect(await store.ownerOfShortcut(one, shortcut('team'))).toBeNull();
    expect(await store.ownerOfShortcut(two, hello.id)).toBeUndefined();
  });

  it('C4: a name is taken once per owner, whatever its case', async () => {
    const store = createToolStore(await open());
    await store.addShortcut(one, mine, hello);
    expect(await store.addShortcut(one, mine, { ...hello, id: shortcut('b'), name: 'HELLO' })).toBe('name_taken');
    await store.addShortcut(one, mine, { ...hello, id: shortcut('bye'), name: 'bye' });
    expect(await store.editShortcut(one, shortcut('bye'), { name: 'Hello' })).toBe('name_taken');
    expect(await store.editShortcut(one, shortcut('bye'), { text: 'Goodbye.' })).toMatchObject({
      name: 'bye',
      text: 'Goodbye.',
    });
    expect(await store.editShortcut(one, shortcut('bye'), {})).toMatchObject({ text: 'Goodbye.' });
    expect(await store.editShortcut(two, shortcut('bye'), { text: 'no' })).toBeNull();
    await store.removeShortcut(two, shortcut('bye'));
    await store.removeShortcut(one, hello.id);
    expect((await store.shortcuts(one, mine)).map(({ name }) => name)).toEqual(['bye']);
  });
}

function tags(open: Open): void {
  const vip = { id: tag('vip'), name: 'VIP', color: 'red', description: 'Buys a lot', at: 1 } as const;

  it('C4: tags are unique by name in their account, and belong to it', async () => {
    const store = createToolStore(await open());
    await store.addTag(one, vip);
    await store.addTag(two, { ...vip, id: tag('foreign') });
    expect(await store.addTag(one, { ...vip, id: tag('b'), name: 'vip' })).toBe('name_taken');
    await store.addTag(one, { ...vip, id: tag('claim'), name: 'Claim' });
    expect(await store.editTag(one, tag('claim'), { name: 'Vip' })).toBe('name_taken');
    expect(await store.editTag(one, tag('foreign'), { name: 'mine' })).toBeNull();
    expect(await store.editTag(one, vip.id, {})).toMatchObject({ name: 'VIP' });
    expect(await store.editTag(one, vip.id, { color: 'blue' })).toMatchObject({ name: 'VIP', color: 'blue' });
    expect((await store.tags(one)).map(({ name }) => name)).toEqual(['Claim', 'VIP']);
    expect(await store.removeTag(two, vip.id)).toBe(false);
    expect(await store.removeTag(one, vip.id)).toBe(true);
    expect((await store.tags(one)).map(({ name }) => name)).toEqual(['Claim']);
  });
}
