import type { UsedCodes } from '../accounts/ports.ts';
import type { Database } from './database.ts';

/** The newest used step of each person's second factor, in SQL. Of two at the same moment one is told that it is new. */
export function createUsedCodeStore({ db }: Database): UsedCodes {
  return {
    async use(user, step) {
      const used = await db
        .insertInto('second_factor_steps')
        .values({ user_id: user, step })
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet({ step }).where('second_factor_steps.step', '<', step),
        )
        .executeTakeFirst();
      return (used.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async forget(user) {
      await db.deleteFrom('second_factor_steps').where('user_id', '=', user).execute();
    },
  };
}
