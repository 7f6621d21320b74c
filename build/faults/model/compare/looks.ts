import type { Random } from '../../random.ts';
import type { Facts } from '../rules/books.ts';
import { type Asked, momentOf } from '../rules/perform.ts';
import { viewQuote, viewReturn, viewSale } from '../rules/view.ts';
import { mustEqual, withoutFingerprints } from './answers.ts';
import type { ShopSide } from './shop-side.ts';

/** Both sides at one moment. */
export type Sides = {
  readonly shop: ShopSide;
  readonly books: Facts;
  readonly now: string;
  readonly random: Random;
};

/** The return, the sale and the items that an action was about. */
export async function compareTouched(sides: Sides, { name, input }: Asked, result: unknown): Promise<void> {
  const { shop, books, random } = sides;
  const { returnId = input.returnId, saleId, return: view } = (result ?? {}) as Record<string, unknown>;
  const takenBack = books.payouts.find(({ number }) => number === input.payoutNumber)?.note.returnId;
  const { returnId: inView = takenBack } = (view ?? {}) as { returnId?: number };
  const found = books.returns[Number(inView ?? returnId) - 1];
  if (found) {
    // The answer of these is no view of the return.
    if (name === 'returns.open' || takenBack !== undefined) await compareReturn(sides, found.id);
    if (random.percent(30)) await compareQuote(sides, found.id);
    shop.file.compareSums(books, [...new Set(found.lines.map(({ sku }) => sku))]);
  }
  const sale = found?.sale ?? books.sales[Number(saleId) - 1];
  if (sale) await compareSale(sides, sale.id);
  if (name === 'stock.setCost') shop.file.compareSums(books, [String(input.sku)]);
  if (name.startsWith('stock.') || name === 'stocktakes.book') shop.file.compareSums(books);
}

async function compareReturn({ shop, books }: Sides, returnId: number): Promise<void> {
  const found = books.returns[returnId - 1];
  const answer = withoutFingerprints(await shop.call('returns.get', { returnId }));
  mustEqual(`return ${returnId}`, { shop: answer, model: { ok: found && viewReturn(books, found) } });
}

async function compareQuote({ shop, books, now }: Sides, returnId: number): Promise<void> {
  const found = books.returns[returnId - 1];
  const answer = await shop.call('refunds.quote', { returnId });
  mustEqual(`the quote of return ${returnId}`, {
    shop: answer,
    model: { ok: found && viewQuote(momentOf(books, now), found) },
  });
}

async function compareSale({ shop, books }: Sides, saleId: number): Promise<void> {
  const found = books.sales[saleId - 1];
  const answer = await shop.call('sales.get', { saleId });
  mustEqual(`sale ${saleId}`, { shop: answer, model: { ok: found && viewSale(books, found) } });
}

/** Every fact, every sum and the settings; of the returns and sales so many as they are shown. */
export async function compareWhole(sides: Sides, atMost: number): Promise<void> {
  const { shop, books, now } = sides;
  shop.file.compareFacts(books);
  shop.file.compareSums(books);
  const settings = await shop.call('settings.get', {});
  mustEqual('the settings', { shop: settings.ok, model: momentOf(books, now).settings });
  for (const { id } of some(sides, books.returns, atMost)) {
    await compareReturn(sides, id);
    await compareQuote(sides, id);
  }
  for (const { id } of some(sides, books.sales, atMost)) await compareSale(sides, id);
  const { ok } = await shop.call('care.health', {});
  const { events, ledgersAgree } = ok as { events: number; ledgersAgree: boolean };
  mustEqual('the health', {
    shop: { events, ledgersAgree },
    model: { events: books.events.length, ledgersAgree: true },
  });
}

function some<Row>({ random }: Sides, rows: readonly Row[], atMost: number): readonly Row[] {
  return rows.length <= atMost ? rows : Array.from({ length: atMost }, () => random.pick(rows));
}
