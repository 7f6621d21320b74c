import type { DocumentKind, Paper } from '../../contract/host.ts';
import { amountInCapitals } from '../../contract/values/capitals.ts';
import { plainAmount } from '../../contract/values/money.ts';
import type { Locale } from '../../contract/values/words.ts';
import { documentWords } from '../../contract/words/index.ts';
import { skuOf } from '../../fixtures/paper-trade.ts';
import type { TestShop } from '../../fixtures/shop.ts';

/** Whatever answers calls: a host or a test shop. */
export type Asked = Pick<TestShop, 'call'>;
export type PrintedSheet = { readonly document: DocumentKind; readonly paper: Paper; readonly locale: Locale };

/** `1,234.50`, as sheets write it in both languages. */
export function amountText(cents: number): string {
  return plainAmount(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
}

const isRoll = (paper: Paper): boolean => paper.endsWith('mm');

/** What must stand on a sheet: its number, every line's code and name, every amount, as the record has them. */
export async function wordsOfRecord(shop: Asked, number: string, sheet: PrintedSheet): Promise<string[]> {
  const { document } = sheet;
  if (document === 'test-page') return ['BS-0123456789'];
  const own = await linesOf[document](shop, number, sheet);
  const title = document.endsWith('-label') ? [] : [documentWords[document][sheet.locale]];
  return [number, ...title, ...own].map((text) => text.replace(/\s/g, ''));
}

type Lines = (shop: Asked, number: string, sheet: PrintedSheet) => Promise<string[]>;

const ofItem: Lines = async (shop, sku) => {
  const { name, price = '' } = await shop.call('catalog.product', { sku });
  return [sku, name, amountText(Math.round(Number(price) * 100))];
};

/** The lines of a return with what was credited, and how all of it was paid. */
const ofRefund: Lines = async (shop, number, { locale, paper }) => {
  const found = await shop.call('returns.get', { number });
  const capitals = locale === 'zh-CN' ? [amountInCapitals(found.creditedCents, 'CNY')] : [];
  return [
    found.customer?.name ?? '',
    found.sale?.number ?? '',
    isRoll(paper) ? found.fingerprint.slice(0, 16) : found.fingerprint,
    amountText(found.creditedCents),
    ...capitals,
    ...found.lines.flatMap(({ sku, name, creditedCents }) => [sku, name, amountText(creditedCents)]),
    ...found.payouts.flatMap((payout) => [payout.number, amountText(payout.amountCents)]),
  ];
};

const linesOf: Readonly<Record<Exclude<DocumentKind, 'test-page'>, Lines>> = {
  'return-slip': ofRefund,
  'refund-receipt': ofRefund,
  'credit-note': async (shop, number) => {
    const note = await shop.call('refunds.creditNote', { number });
    const lines = note.lines.flatMap(({ sku, name, goodsCents, taxCents }) => [
      sku,
      name,
      amountText(goodsCents + taxCents),
    ]);
    return [note.return.number, amountText(note.totalCents), ...lines];
  },
  'exchange-note': async (shop, number) => {
    const found = await shop.call('returns.get', { number });
    const { exchanges } = await shop.call('refunds.proof', { returnId: found.returnId });
    const out = exchanges.flatMap(({ number: sale, totalCents, lines }) => [
      sale,
      amountText(totalCents),
      ...lines.map(({ name, sku }) => name || sku),
    ]);
    return [...found.lines.map(({ name }) => name), amountText(found.creditedCents), ...out];
  },
  'scrap-note': async (shop, number) => {
    const { lines } = await shop.call('returns.get', { number });
    const gone = lines.filter(({ inspections }) => inspections.some(({ disposition }) => disposition === 'scrap'));
    return gone.flatMap(({ sku, name }) => [sku, name]);
  },
  'repair-ticket': async (shop, number) => {
    const { sku, name, returnNumber, fault = '' } = await shop.call('repair.get', { number });
    return [sku, name, returnNumber, fault];
  },
  'supplier-return': async (shop, number) => {
    const claim = await shop.call('claims.get', { number });
    const lines = claim.lines.flatMap(({ sku, name, claimedCents }) => [sku, name, amountText(claimedCents)]);
    return [claim.supplier, amountText(claim.claimedCents), ...lines];
  },
  'customer-letter': async (shop, number) => {
    const { lines } = await shop.call('returns.get', { number });
    return [...lines.map(({ name }) => name), '退款已按原路退回'];
  },
  'item-label': ofItem,
  'price-label': ofItem,
  'store-credit-voucher': async (shop, code) => {
    const { balanceCents, events } = await shop.call('storeCredit.get', { code });
    return [amountText(balanceCents), ...events.map(({ document }) => document)];
  },
  'goods-receipt': async (shop, number) => {
    const receipt = await shop.call('stock.receipt', { number });
    const lines = receipt.lines.flatMap(({ sku, name, valueCents }) => [sku, name, amountText(valueCents)]);
    return [receipt.supplier?.name ?? '', amountText(receipt.valueCents + receipt.taxCents), ...lines];
  },
  'stocktake-sheet': async (shop, number) => {
    const { lines } = await shop.call('stocktakes.get', { number });
    return [skuOf(0), ...lines.flatMap(({ sku, name }) => [sku, name])];
  },
  'day-report': async (shop, day) => {
    const { payouts, creditNotes, sales } = await shop.call('money.dayReport', { day });
    return [creditNotes.totalCents, sales.totalCents, ...payouts.map(({ cents }) => cents)].map(amountText);
  },
  'month-controls': async (shop, month) => {
    const { controls } = await shop.call('months.preview', { month });
    return [controls.creditedCents, controls.debitCents, controls.creditCents].map(amountText);
  },
};
