import type { StatisticsReads } from '../statistics/ports.ts';
import type { Database } from './database.ts';
import { readTalks } from './statistics-talks.ts';
import { readVisits } from './statistics-visits.ts';

/** ST: what happened, counted in SQL from what is stored. Every statement names the account. */
export function createStatisticsStore({ reports, dialect }: Pick<Database, 'reports' | 'dialect'>): StatisticsReads {
  return {
    // All of one moment, so that the parts of a whole add up to it.
    read: (reading) =>
      reports
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (trx) => ({
          ...(await readVisits(trx, dialect, reading)),
          ...(await readTalks(trx, reading)),
        })),
  };
}
