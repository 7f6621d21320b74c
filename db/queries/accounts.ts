import { asc } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { chartAccounts } from '../schema/paper-and-months.ts';

type ChartAccount = typeof chartAccounts.$inferSelect;

/** The accountant’s own chart of accounts. */
export function accountReads(orm: Orm) {
  const chart = prepared(orm, orm.select().from(chartAccounts).orderBy(asc(chartAccounts.code)));
  return { chart: () => chart.all() };
}

export function accountWrites({ $client: raw }: Orm) {
  const clear = raw.prepare('DELETE FROM chart_accounts');
  const add = raw.prepare('INSERT INTO chart_accounts (code, name) VALUES (@code, @name)');
  return {
    /** One chart takes the place of the other. */
    replaceChart: (accounts: readonly ChartAccount[]): void => {
      clear.run();
      for (const account of accounts) add.run(account);
    },
  };
}
