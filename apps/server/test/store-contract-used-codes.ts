import { expect, it } from 'vitest';
import { createAuthentication } from '../src/accounts/better-auth.ts';
import { silentLog } from '../src/platform/log.ts';
import { createUsedCodeStore } from '../src/store/used-code-store.ts';
import { OWN, OWNER } from './http-world.ts';
import type { Open } from './open-database.ts';

/** A code of a second factor opens once, whoever asks at the same moment. */
export function usedCodeContract(open: Open): void {
  it('T1: a step is used once, and with it all steps before', async () => {
    const database = await open();
    const codes = createUsedCodeStore(database);
    const { register, forget } = createAuthentication({
      ...{ log: silentLog, publicUrl: OWN, dialect: database.dialect, secret: 'a secret of at least 32 characters' },
      ...{ db: database.db as never, usedCodes: codes },
    });
    const user = await register(OWNER);
    const outcomes: boolean[] = [];
    for (const step of [100, 100, 99, 101]) outcomes.push(await codes.use(user, step));
    expect(outcomes).toEqual([true, false, false, true]);
    const together = await Promise.all([1, 2, 3].map(() => codes.use(user, 102)));
    expect(together.filter(Boolean)).toHaveLength(1);
    await codes.forget(user);
    expect(await codes.use(user, 1)).toBe(true);
    // A person who is gone leaves no trace.
    await forget(user);
    expect(await database.db.selectFrom('second_factor_steps').selectAll().execute()).toEqual([]);
  });
}
