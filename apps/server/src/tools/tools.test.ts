import type { Plan, Role } from '@vetrina/protocol/http/account';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomIds } from '../platform/ids.ts';
import { silentLog } from '../platform/log.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { createToolStore } from '../store/tool-store.ts';
import { addShortcut, editShortcut, removeShortcut, type ShortcutParts, shortcutsOf } from './shortcuts.ts';
import { addTag, editTag, removeTag } from './tags.ts';

const clock = new FakeClock();
let database: Database;
let parts: ShortcutParts & { ids: typeof randomIds };
beforeEach(async () => {
  database = await openDatabase({ kind: 'memory' }, silentLog);
  parts = { store: createToolStore(database), clock, ids: randomIds };
});
afterEach(() => database.close());

const ACCOUNT = randomIds.account();
const somebody = (plan: Plan, role: Role = 'agent', account: AccountId = ACCOUNT) => {
  const agent: AgentId = randomIds.agent();
  return { actor: { account, agent, role, name: role, groups: [], session: agent }, account: { plan } };
};
const hello = (name = 'hello', scope: 'personal' | 'team' = 'personal') => ({ name, text: 'Hello!', scope });
const namesOf = async (asking: ReturnType<typeof somebody>) =>
  (await shortcutsOf(parts, asking)).map(({ name }) => name);

test('P: FREE has one shortcut, and what a larger plan left behind waits', async () => {
  const agent = somebody('FREE');
  await addShortcut(parts, agent, hello('one'));
  await expect(addShortcut(parts, agent, hello('two'))).rejects.toMatchObject({
    code: 'plan_required',
    plan: 'STANDARD',
  });
  clock.advance(1);
  const grown = { ...agent, account: { plan: 'STANDARD' as const } };
  await addShortcut(parts, grown, hello('two'));
  expect(await namesOf(grown)).toEqual(['one', 'two']);
  expect(await namesOf(agent)).toEqual(['one']);
});

test('P: the team’s shortcuts are PRO’s', async () => {
  const admin = somebody('STANDARD', 'admin');
  await expect(addShortcut(parts, admin, hello('x', 'team'))).rejects.toMatchObject({
    code: 'plan_required',
    plan: 'PRO',
  });
  await addShortcut(parts, somebody('PRO', 'admin'), hello('team', 'team'));
  expect(await namesOf(somebody('PRO'))).toEqual(['team']);
  expect(await namesOf(somebody('STANDARD'))).toEqual([]);
});

test('C4: agents use the team’s shortcuts, admins change them', async () => {
  const [admin, agent] = [somebody('PRO', 'admin'), somebody('PRO')];
  const { id } = await addShortcut(parts, admin, hello('team', 'team'));
  await expect(addShortcut(parts, agent, hello('other', 'team'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(editShortcut(parts, agent, id, { text: 'no' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(removeShortcut(parts, agent, id)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await editShortcut(parts, somebody('PRO', 'owner'), id, { text: 'yes' })).text).toBe('yes');
});

test('C4: a colleague’s own shortcut, and another account’s, are answered like unknown ones', async () => {
  const anna = somebody('PRO');
  const { id } = await addShortcut(parts, anna, hello());
  for (const other of [somebody('PRO', 'owner'), somebody('PRO', 'owner', randomIds.account())]) {
    await expect(editShortcut(parts, other, id, { text: 'no' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeShortcut(parts, other, id)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(await namesOf(anna)).toEqual(['hello']);
});

test('C4: any agent makes a tag, admins change and remove it', async () => {
  const [{ actor: agent }, { actor: admin }] = [somebody('PRO'), somebody('PRO', 'admin')];
  const { id, name } = await addTag(parts, agent, { name: ' VIP ', color: 'red', description: '' });
  expect(name).toBe('VIP');
  await expect(editTag(parts, agent, id, { color: 'blue' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(removeTag(parts, agent, id)).rejects.toMatchObject({ code: 'forbidden' });
  const { actor: stranger } = somebody('PRO', 'owner', randomIds.account());
  await expect(removeTag(parts, stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await editTag(parts, admin, id, { color: 'blue' })).color).toBe('blue');
  await removeTag(parts, admin, id);
  expect(await parts.store.tags(ACCOUNT)).toEqual([]);
});
