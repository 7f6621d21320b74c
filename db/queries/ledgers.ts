import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { documents } from '../schema/events.ts';
import { journalEntries, stockBalances } from '../schema/ledgers.ts';

const placeholder = sql.placeholder;

export function ledgerReads(orm: Orm) {
  const balance = prepared(
    orm,
    orm
      .select({
        quantityMilli: stockBalances.quantityMilli,
        valueCents: stockBalances.valueCents,
        unknownMilli: stockBalances.unknownMilli,
      })
      .from(stockBalances)
      .where(and(eq(stockBalances.productId, placeholder('productId')), eq(stockBalances.place, placeholder('place')))),
  );
  const physical = prepared(
    orm,
    orm
      .select({
        quantityMilli: sql<number>`coalesce(sum(${stockBalances.quantityMilli}), 0)`,
        valueCents: sql<number>`coalesce(sum(${stockBalances.valueCents}), 0)`,
        unknownMilli: sql<number>`coalesce(sum(${stockBalances.unknownMilli}), 0)`,
      })
      .from(stockBalances)
      .where(
        and(
          eq(stockBalances.productId, placeholder('productId')),
          inArray(stockBalances.place, ['shelf', 'returns', 'repair', 'supplier-shelf']),
        ),
      ),
  );
  const lastNumber = prepared(
    orm,
    orm
      .select({ seq: sql<number>`coalesce(max(${documents.seq}), 0)` })
      .from(documents)
      .where(and(eq(documents.series, placeholder('series')), eq(documents.year, placeholder('year')))),
  );
  const lastEntry = prepared(
    orm,
    orm.select({ id: sql<number>`coalesce(max(${journalEntries.id}), 0)` }).from(journalEntries),
  );
  const bothLedgers = orm.$client.prepare(
    `SELECT (SELECT coalesce(sum(value_cents), 0) FROM stock_balances WHERE place IN ('shelf', 'returns', 'repair', 'supplier-shelf')) AS stockCents,
      (SELECT coalesce(sum(debit_cents - credit_cents), 0) FROM account_totals WHERE role = 'goods') AS goodsAccountCents`,
  );
  const empty = { quantityMilli: 0, valueCents: 0, unknownMilli: 0 };
  return {
    balance: (productId: number, place: string) => balance.get({ productId, place }) ?? empty,
    physical: (productId: number) => physical.get({ productId }) ?? empty,
    lastNumber: (series: string, year: number) => lastNumber.get({ series, year })?.seq ?? 0,
    /** What all goods in the shop are worth at cost, by the one ledger and by the other. */
    bothLedgers: () => bothLedgers.get() as { stockCents: number; goodsAccountCents: number },
    lastEntryId: () => lastEntry.get()?.id ?? 0,
  };
}
