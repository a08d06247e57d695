import type { ViewId } from '@vetrina/protocol/ids';
import { describe, expect, it } from 'vitest';
import { createAccountStore } from '../src/store/account-store.ts';
import { createViewStore } from '../src/store/view-store.ts';
import type { Open } from './open-database.ts';
import { accountIdOf, agentIdOf, aNewAccount } from './store-samples.ts';
import { aViewDraft } from './view-samples.ts';

const [one, two] = [accountIdOf('one'), accountIdOf('two')];
const [anna, ben] = [agentIdOf('anna'), agentIdOf('ben')];
const ROOM = { own: 2, shared: 1 };
const view = (name: string) => `vw${name.padEnd(22, '0')}` as ViewId;
const fresh = (name: string, more = {}) => ({ id: view(name), owner: anna, draft: aViewDraft(name, more), at: 5 });

/** SV: saved views, on every database. */
export function viewContract(open: Open): void {
  const accounts = async () => {
    const database = await open();
    const store = createAccountStore(database);
    for (const name of ['one', 'two']) await store.create(aNewAccount(name));
    return { database, store: createViewStore(database) };
  };
  describe('saved views', () => {
    kept(accounts);
    chosen(accounts);
  });
}

type Accounts = () => Promise<{ database: Awaited<ReturnType<Open>>; store: ReturnType<typeof createViewStore> }>;

function kept(accounts: Accounts): void {
  it('SV1: are kept as they were saved, each account’s apart', async () => {
    const { store } = await accounts();
    const added = await store.addView(one, fresh('cart'), ROOM);
    const draft = aViewDraft('cart');
    expect(added).toEqual({ id: view('cart'), owner: anna, createdAt: 5, changedAt: 5, ...draft });
    expect((await store.views(one)).views).toEqual([added]);
    expect((await store.views(two)).views).toEqual([]);
    expect(await store.removeView(two, view('cart'))).toBe(false);
    expect(await store.removeView(one, view('cart'))).toBe(true);
    expect((await store.views(one)).views).toEqual([]);
  });

  it('SV1: there is room for so many of one’s own, and so many shared', async () => {
    const { store } = await accounts();
    const change = (draft: ReturnType<typeof aViewDraft>) => ({ draft, owner: anna, changedAt: 5 });
    await store.addView(one, fresh('a'), ROOM);
    await store.addView(one, fresh('b'), ROOM);
    expect(await store.addView(one, fresh('c'), ROOM)).toBe('too_many_views');
    expect(await store.addView(one, { ...fresh('c'), owner: ben }, ROOM)).toMatchObject({ name: 'c' });
    expect(await store.addView(one, fresh('team', { shared: true }), ROOM)).toMatchObject({ shared: true });
    const shared = aViewDraft('a', { shared: true });
    expect(await store.editView(one, view('a'), change(shared), 9, ROOM)).toBe('too_many_views');
    expect(await store.editView(one, view('team'), change(aViewDraft('team')), 9, ROOM)).toBe('too_many_views');
    expect(await store.editView(one, view('a'), change(aViewDraft('renamed')), 9, ROOM)).toMatchObject({
      ...{ name: 'renamed', changedAt: 9 },
    });
  });

  it('SV2: whoever saves over a change that they did not see is told', async () => {
    const { store } = await accounts();
    await store.addView(one, fresh('cart'), ROOM);
    const edit = { draft: aViewDraft('mine'), owner: anna, changedAt: 5 };
    expect(await store.editView(two, view('cart'), edit, 5, ROOM)).toBeNull();
    const edited = await store.editView(one, view('cart'), edit, 5, ROOM);
    expect(edited).toMatchObject({ name: 'mine', changedAt: 6 });
    expect(await store.editView(one, view('cart'), edit, 7, ROOM)).toBe('changed_meanwhile');
    expect((await store.views(one)).views).toEqual([edited]);
  });
}

function chosen(accounts: Accounts): void {
  it('SV6, SV7: each agent chooses how to be told and in which order they stand', async () => {
    const { store } = await accounts();
    await store.addView(one, fresh('a'), ROOM);
    await store.addView(one, fresh('b'), ROOM);
    await store.chooseAlert(one, anna, view('a'), { sound: true, push: false });
    await store.orderViews(one, anna, [view('b'), view('a')]);
    await store.orderViews(one, ben, [view('a')]);
    await store.orderViews(one, anna, [view('a')]);
    await store.chooseAlert(one, anna, view('b'), { sound: false, push: true });
    const { choices } = await store.views(one);
    const sorted = [...choices].sort((x, y) => (x.agent + x.view < y.agent + y.view ? -1 : 1));
    expect(sorted).toEqual([
      { view: view('a'), agent: anna, alert: { sound: true, push: false }, position: 0 },
      { view: view('b'), agent: anna, alert: { sound: false, push: true }, position: null },
      { view: view('a'), agent: ben, alert: { sound: false, push: false }, position: 0 },
    ]);
    await store.removeView(one, view('a'));
    expect((await store.views(one)).choices.map((choice) => choice.view)).toEqual([view('b')]);
  });

  it('SV8: of somebody who leaves only what they shared stays, and is the account’s', async () => {
    const { store } = await accounts();
    await store.addView(one, fresh('own'), ROOM);
    await store.addView(one, fresh('team', { shared: true }), ROOM);
    await store.addView(one, { ...fresh('bens'), owner: ben }, ROOM);
    for (const name of ['own', 'team']) {
      await store.chooseAlert(one, anna, view(name), { sound: true, push: true });
    }
    await store.chooseAlert(one, ben, view('team'), { sound: true, push: true });
    await store.forgetAgent(one, anna);
    const { views, choices } = await store.views(one);
    expect(views.map(({ name, owner }) => [name, owner]).sort()).toEqual([
      ['bens', ben],
      ['team', null],
    ]);
    expect(choices.map(({ agent }) => agent)).toEqual([ben]);
  });

  it('SV1: one that asks what this version does not know is there, without what it asks', async () => {
    const { store, database } = await accounts();
    await store.addView(one, fresh('later'), ROOM);
    await database.db.updateTable('saved_views').set({ asks: '{"filter":"of-tomorrow"}' }).execute();
    expect((await store.views(one)).views).toMatchObject([{ name: 'later', asks: null }]);
  });
}
