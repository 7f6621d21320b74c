import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { inThisThread } from '../../fixtures/care.ts';
import { columnSum, totalsOfPack } from '../../fixtures/month.ts';
import { type ClosedMonth, randomYear, YearWorld } from '../../fixtures/year.ts';
import { verify } from '../care/verify.ts';

/** `BACKSHELF_YEARS` years of `BACKSHELF_YEAR_ACTIONS` things a month; `BACKSHELF_SEED` repeats a run. */
const asked = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const years = asked('BACKSHELF_YEARS', 1);
const actionsEach = asked('BACKSHELF_YEAR_ACTIONS', 24);
const seed = asked('BACKSHELF_SEED', Date.now() % 1_000_000_000);

vi.setConfig({ testTimeout: 300_000 * years, hookTimeout: 60_000 });

/** Sums of a year that flow through its months, by sheet. */
const flows: readonly (readonly [sheet: string, columns: readonly string[]])[] = [
  ['credit-notes', ['goods', 'tax', 'delivery', 'fee', 'total']],
  ['credit-note-lines', ['goods', 'tax', 'fee']],
  ['payouts', ['amount']],
  ['store-credit', ['amount']],
  ['journal', ['debit', 'credit']],
  ['stock-moves', ['value_in', 'value_out']],
  ['drawer', ['moved', 'difference']],
];

test(`a year of random trade: months tie, twelve packs are the year, and each can be written again (seed ${seed})`, async () => {
  const property = fc.asyncProperty(randomYear(actionsEach), async (year) => {
    const world = new YearWorld();
    try {
      await world.live(year);
      expectChained(world.months);
      await expectWholeYear(world);
      for (const { month, fingerprints } of world.months)
        expect((await world.export(month)).fingerprints, month).toEqual(fingerprints);
    } finally {
      await world.shop.close();
    }
  });
  await fc.assert(property, { numRuns: years, seed, endOnFailure: true });
});

/** What a month ends with, the next one begins with. */
function expectChained(months: readonly ClosedMonth[]): void {
  for (const [index, { month, preview, pack }] of months.entries()) {
    const before = months[index - 1]?.preview.controls;
    const { controls } = preview;
    const ofPack = totalsOfPack(pack);
    expect(ofPack.creditedCents, month).toBe(controls.creditedCents);
    expect(ofPack.paidOutCents, month).toEqual(controls.paidOutCents);
    expect(ofPack.storeCreditCents, month).toBe(controls.storeCreditCents);
    expect(ofPack.supplierClaimsCents, month).toBe(controls.supplierClaimsCents);
    expect(ofPack.drawerDifferenceCents, month).toBe(controls.drawerDifferenceCents);
    expect(ofPack.stockValueCents, month).toBe(controls.stockValueCents - (before?.stockValueCents ?? 0));
    const { storeCreditIssuedCents: issued, storeCreditUsedCents: used, storeCreditLapsedCents: lapsed } = controls;
    expect(issued - used - lapsed, month).toBe(controls.storeCreditCents - (before?.storeCreditCents ?? 0));
    expect(columnSum(pack.get('stock-on-hand'), 'value'), month).toBe(controls.stockValueCents);
    expect(
      pack.get('controls')?.filter((row) => row.control?.includes('differs')),
      month,
    ).toEqual([]);
    for (const [sheet, rows] of pack)
      for (const { day } of rows) if (day) expect(day.startsWith(month), `${sheet} ${day}`).toBe(true);
  }
}

/** The twelve packs together, against the file as it stands when the year is over. */
async function expectWholeYear({ shop, months }: YearWorld): Promise<void> {
  const { checks } = await inThisThread(shop.folder, (context) => verify(context, {}));
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const { sums, late } = await inThisThread(shop.folder, ({ connection: { raw } }) => ({
    sums: yearSums(raw),
    late: raw.prepare(landedLate).pluck().all(),
  }));
  expect(late).toEqual([]);
  const ofPacks = Object.fromEntries(
    flows.flatMap(([sheet, columns]) =>
      columns.map((column): [string, number] => [
        `${sheet} ${column}`,
        months.reduce((sum, { pack }) => sum + columnSum(pack.get(sheet), column), 0),
      ]),
    ),
  );
  expect(ofPacks).toEqual(Object.fromEntries(Object.entries(sums).filter(([name]) => name in ofPacks)));
  const idle = ['returns', ...flows.map(([sheet]) => sheet), 'stock-on-hand'].filter(
    (sheet) => sheet !== 'store-credit' && months.every(({ pack }) => (pack.get(sheet) ?? []).length === 0),
  );
  expect(idle, 'a year without any of these tries nothing').toEqual([]);
  const last = months.at(-1)?.preview.controls;
  expect({ stock: last?.stockValueCents, credits: last?.storeCreditCents, claims: last?.supplierClaimsCents }).toEqual({
    stock: sums.stock,
    credits: sums.credits,
    claims: sums.claims,
  });
}

const sumOf = (column: string, table: string): string => `(SELECT coalesce(sum(${column}), 0) FROM ${table})`;
/** The same sums straight from the tables, without a month; the cached columns say how things are now. */
const yearFigures: Readonly<Record<string, string>> = {
  'credit-notes goods': sumOf('goods_cents', 'credit_notes'),
  'credit-notes tax': sumOf('tax_cents', 'credit_notes'),
  'credit-notes delivery': sumOf('delivery_cents', 'credit_notes'),
  'credit-notes fee': sumOf('fee_cents', 'credit_notes'),
  'credit-notes total': sumOf('total_cents', 'credit_notes'),
  'credit-note-lines goods': sumOf('goods_cents', 'credit_note_lines'),
  'credit-note-lines tax': sumOf('tax_cents', 'credit_note_lines'),
  'credit-note-lines fee': sumOf('fee_cents', 'credit_note_lines'),
  'payouts amount': sumOf('amount_cents', 'payouts'),
  'store-credit amount': sumOf('cents', 'store_credit_events'),
  'journal debit': sumOf('debit_cents', 'journal_lines'),
  'journal credit': sumOf('credit_cents', 'journal_lines'),
  'stock-moves value_in': sumOf('to_value_cents', 'stock_moves'),
  'stock-moves value_out': sumOf('from_value_cents', 'stock_moves'),
  'drawer moved': sumOf("iif(kind IN ('to-bank', 'taken-out'), -cents, cents)", 'drawer_moves'),
  'drawer difference': sumOf('coalesce(counted_cents - expected_cents, 0)', 'drawer_counts'),
  stock: sumOf('value_cents', "stock_balances WHERE place IN ('shelf', 'returns', 'repair', 'supplier-shelf')"),
  credits: sumOf('balance_cents', 'store_credits'),
  claims: sumOf('max(0, value_cents - paid_cents)', 'supplier_claims WHERE open = 1'),
};

type Raw = Parameters<Parameters<typeof inThisThread>[1]>[0]['connection']['raw'];

function yearSums(raw: Raw): Record<string, number> {
  const columns = Object.entries(yearFigures).map(([name, sql]) => `${sql} AS "${name}"`);
  return raw.prepare<[], Record<string, number>>(`SELECT ${columns.join(', ')}`).get() ?? {};
}

/** Facts of a month that belong to an event later than its closing. */
const landedLate = ['returns', 'credit_notes', 'payouts', 'store_credit_events', 'stock_moves', 'journal_entries']
  .concat(['supplier_claims', 'supplier_claim_events', 'repair_outcomes', 'drawer_moves', 'drawer_counts'])
  .map(
    (table) => `SELECT '${table} ' || f.day FROM ${table} f JOIN month_closings c ON substr(f.day, 1, 7) = c.month
      WHERE f.event_seq > c.event_seq`,
  )
  .join(' UNION ALL ');
