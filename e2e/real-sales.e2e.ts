import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../contract/api.ts';
import { daysOfMonth, monthOf } from '../contract/values/days.ts';
import { columnSum, readPack, totalsOfPack } from '../fixtures/month.ts';
import { inCents, realFacts, realSales } from '../fixtures/real-sales.ts';
import { type CommandLine, openCommandLine, runCommand } from './support/command-line.ts';
import { keyboardOf } from './support/keyboard.ts';
import { pdfFacts } from './support/pdf-facts.ts';
import {
  booksAreChecked,
  clocks,
  clocksComeBack,
  monthIsExported,
  otherClocksComeBack,
  slipIsKeptAndSeen,
} from './support/real-sales.ts';
import { startHost } from './support/start-host.ts';

/** Twelve teapots at 8.15 of which two had come back before this program was there: the file says so. */
const teapots = { sale: '556720', sku: '23173', sold: 12, cameBack: 2, paidCents: 9780 } as const;
/** Two of the ninety pairs of codes that differ only by case. */
const twins = ['84968A', '84968a'];

describe.skipIf(realSales === undefined)('the main job on real sales', { timeout: 300_000 }, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'backshelf-real-sales-'));
  const folder = join(scratch, 'shop');
  const ofWindow = join(scratch, 'shop-of-the-window');
  const read = () => ({ id: randomUUID(), kind: 'sales', path: realSales ?? '' }) as const;
  let first: Output<'imports.run'>;
  let shop: CommandLine;

  beforeAll(async () => {
    const reading = openCommandLine(folder);
    await reading.call('settings.set', {
      shopName: 'Gift Ware',
      currency: 'GBP',
      chart: 'plain',
      timeZone: 'Europe/London',
      locale: 'en',
    });
    first = await reading.call('imports.run', read());
    for (const { sku, unitCost } of [
      { sku: teapots.sku, unitCost: '3.10' },
      { sku: clocks.sku, unitCost: '1.40' },
    ])
      await reading.call('stock.setCost', { id: randomUUID(), sku, unitCost });
    await reading.close();
    cpSync(folder, ofWindow, { recursive: true });
    shop = openCommandLine(folder);
  }, 300_000);
  afterAll(async () => {
    await shop?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('every row is read, and returns find their sales as they were matched elsewhere', () => {
    const { rows, match_newest_first: match } = realFacts();
    expect([first.rowsRead, first.rowsStored + first.rowsRefused]).toEqual([rows, rows]);
    expect(first.returnLinks).toEqual({
      linked: match.outcome.matched,
      noEarlierSale: match.outcome.no_earlier_sale,
      noCustomer: match.outcome.no_customer,
      alreadyReturned: match.outcome.already_returned,
      tooLittleLeft: match.outcome.too_little_left,
    });
  });

  test('sales and returns of every month have the value counted elsewhere', async () => {
    const { sales_by_month: sales, returns_by_month: returns } = realFacts();
    expect(Object.keys(sales)).toHaveLength(7);
    for (const [month, amount] of Object.entries(sales)) {
      const { salesCents, returnsCents } = await shop.call('insight.summary', daysOfMonth(month));
      // The file has amounts of a tenth of a penny; each line is rounded once.
      expect(Math.abs(salesCents - inCents(amount))).toBeLessThanOrEqual(1);
      expect(Math.abs(returnsCents - inCents(returns[month] ?? ''))).toBeLessThanOrEqual(1);
    }
  });

  test('reading the file again stores nothing', async () => {
    const again = await shop.call('imports.run', read());
    expect([again.rowsRead, new Set(Object.values(again.stored))]).toEqual([first.rowsRead, new Set([0])]);
  });

  test('codes that differ only by case are two products', async () => {
    const { dirty, stock_codes: codes } = realFacts();
    const twinsOf = first.warnings.find(({ code }) => code === 'codes-differ-by-case');
    expect([first.stored.products, twinsOf?.count]).toEqual([codes, dirty.code_pairs_equal_but_for_case]);
    const { items } = await shop.call('find.search', { text: twins[0]?.slice(0, -1) ?? '', limit: 100 });
    const products = items.filter(({ kind, title }) => kind === 'product' && twins.includes(title));
    expect(products.map(({ title }) => title)).toEqual(twins);
    expect(new Set(products.map(({ id }) => id)).size).toBe(2);
  });

  test('through the command line: part of a sale comes back, is graded, refunded, printed; the month adds up', async () => {
    const done = await partComesBack();
    await alone(() => slipIsPrinted(done));
    await monthAddsUp();
    await restComesBack();
    expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
  });

  /** Only one program at a time may have the shop open. */
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    expect(await shop.close()).toBe(0);
    const done = await work();
    shop = openCommandLine(folder);
    return done;
  }

  async function teapotLine() {
    const { lines, ...sale } = await shop.call('sales.get', { number: teapots.sale });
    const line = lines.find(({ sku }) => sku === teapots.sku);
    if (!line) throw new Error('The teapots are not on their receipt.');
    return { saleId: sale.saleId, line };
  }

  /** Four teapots, one step after the other: one as new, one opened, one scratched, one broken. */
  async function partComesBack(): Promise<Output<'returns.get'>> {
    const { saleId, line } = await teapotLine();
    expect(line).toMatchObject({ quantity: teapots.sold, returnedQuantity: teapots.cameBack, creditableCents: 8150 });
    const opened = await shop.call('returns.open', {
      id: randomUUID(),
      saleId,
      channel: 'parcel',
      want: 'refund',
      lines: [{ saleLineId: line.saleLineId, quantity: 4, reason: 'quality' }],
    });
    const { returnId } = opened;
    const returnLineId = opened.lines[0]?.returnLineId ?? 0;
    expect([opened.stage, opened.verdict.outcome]).toEqual(['requested', 'review']);
    await shop.call('returns.approve', { id: randomUUID(), returnId, note: 'A good customer' });
    await shop.call('returns.receive', { id: randomUUID(), returnId, lines: [{ returnLineId, quantity: 4 }] });
    const one = { returnLineId, quantity: 1 };
    await shop.call('inspection.record', {
      id: randomUUID(),
      returnId,
      lines: [
        { ...one, grade: 'A', disposition: 'resell' },
        { ...one, grade: 'B', disposition: 'resell', writeDownCents: 50, note: 'box opened' },
        { ...one, grade: 'C', disposition: 'resell', writeDownCents: 100, note: 'scratched' },
        { ...one, grade: 'C', disposition: 'scrap', note: 'broken' },
      ],
    });
    const quote = await shop.call('refunds.quote', { returnId });
    expect(quote.totalCents).toBe(3260);
    const payouts = [
      { tender: 'cash' as const, amountCents: 2000 },
      { tender: 'bank' as const, amountCents: 1260, reference: 'BACS 7' },
    ];
    const paid = await shop.call('refunds.record', { id: randomUUID(), returnId, payouts });
    expect([paid.totalCents, paid.payoutNumbers.length, paid.return.stage]).toEqual([3260, 2, 'settled']);
    // Three of 3.10 each on the shelf, less what B and C lost; the scrapped one is worth nothing.
    const { items } = await shop.call('stock.balances', { sku: teapots.sku, place: 'shelf' });
    expect(items.map(({ quantity, valueCents }) => ({ quantity, valueCents }))).toEqual([
      { quantity: 3, valueCents: 780 },
    ]);
    return shop.call('returns.get', { returnId });
  }

  async function slipIsPrinted({ number, payouts }: Output<'returns.get'>): Promise<void> {
    const amounts = ['8.15', '32.60', '20.00', '12.60'];
    const facts = [number, teapots.sku, 'REGENCYTEAPOTROSES', ...amounts, ...payouts.map((payout) => payout.number)];
    const papers = [
      { size: 'A5', locale: 'zh-CN', widthMm: 210, words: ['退货单', '质量问题', '英镑叁拾贰元陆角整'] },
      { size: '80mm', locale: 'en', widthMm: 80, words: ['Returnslip', 'Faulty'] },
    ];
    for (const { size, locale, widthMm, words } of papers) {
      const to = join(scratch, `slip-${size}.pdf`);
      const args = ['print', 'return-slip', number, '--size', size, '--locale', locale, '--to', to];
      expect(await runCommand(folder, args)).toEqual({ exit: 0, json: { path: to, bytes: expect.any(Number) } });
      const paper = await pdfFacts(to);
      expect(paper.codes).toEqual([`CODE-128:${number}`, `QR-Code:${number}`]);
      expect(Math.round(((paper.sizes[0]?.width ?? 0) * 25.4) / 72)).toBe(widthMm);
      expect([...facts, ...words].filter((word) => !paper.text.includes(word))).toEqual([]);
    }
  }

  async function monthAddsUp(): Promise<void> {
    const { items } = await shop.call('returns.search', { stage: 'settled', limit: 1 });
    const month = monthOf(items[0]?.day ?? '');
    const pack = await shop.call('months.export', { month, format: 'csv', to: join(scratch, 'pack') });
    const { controls } = pack;
    const files = readPack(pack);
    const { head } = await shop.call('care.health', {});
    expect({ ...totalsOfPack(files), head }).toEqual(controls);
    expect([controls.returns, controls.unitsReturned, controls.creditedCents]).toEqual([1, 4, 3260]);
    expect(controls.paidOutCents).toMatchObject({ cash: 2000, bank: 1260 });
    expect([controls.debitCents, controls.stockValueCents]).toEqual([controls.creditCents, 780]);
    expect(columnSum(files.get('stock-on-hand'), 'value')).toBe(controls.stockValueCents);
  }

  /** The other six go back to the last penny; a seventh there is not. */
  async function restComesBack(): Promise<void> {
    const { saleId, line } = await teapotLine();
    const quantity = line.returnableQuantity;
    expect(quantity).toBe(6);
    const { saleLineId } = line;
    const asked = (units: number) => ({ saleLineId, quantity: units, reason: 'quality' });
    const opening = { id: randomUUID(), saleId, channel: 'counter', want: 'refund' } as const;
    const gradings = [{ quantity, grade: 'A' as const, disposition: 'resell' as const }];
    await shop.call('returns.counter', {
      ...opening,
      approve: {},
      lines: [{ ...asked(quantity), gradings }],
      payouts: [{ tender: 'cash', amountCents: line.creditableCents }],
    });
    const { line: after } = await teapotLine();
    expect(after).toMatchObject({ returnedQuantity: teapots.sold, returnableQuantity: 0, creditableCents: 0 });
    const { items } = await shop.call('returns.search', { text: teapots.sale, limit: 500 });
    const credited = items.flatMap(({ lines }) => lines).filter((own) => own.saleLineId === saleLineId);
    expect(credited.reduce((sum, own) => sum + own.creditedCents, 0)).toBe(teapots.paidCents);

    const oneMore = JSON.stringify({ ...opening, id: randomUUID(), lines: [asked(1)] });
    expect(await alone(() => runCommand(folder, ['call', 'returns.open', oneMore]))).toEqual({
      exit: 3,
      json: {
        refused: {
          code: 'over-sold-quantity',
          data: { line: 1, sku: teapots.sku, sold: 12, returned: 12, asked: 1 },
          message: expect.stringContaining('12'),
        },
      },
    });
  }

  test('through the window by keyboard: the same, from the receipt to the accountant’s files', async () => {
    const host = await startHost({ folder: ofWindow, locale: 'en' });
    try {
      const person = { ...host, ...keyboardOf(host.page) };
      const done = await clocksComeBack(person);
      await slipIsKeptAndSeen(person, done);
      await monthIsExported(person);
      await otherClocksComeBack(person);
      await booksAreChecked(person);
    } finally {
      await host.close();
    }
  });
});
