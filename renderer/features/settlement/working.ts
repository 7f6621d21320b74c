import type { Quote } from '../../../contract/api/refunds.ts';
import type { Return } from '../../../contract/api/return-shape.ts';
import type { Sale, SaleLine } from '../../../contract/api/sales.ts';
import type { Output } from '../../../contract/api.ts';
import { shareOf } from '../../../contract/values/rounding.ts';
import { show } from '../../i18n/index.ts';
import { itemName } from '../returns/return-words.ts';

export type WorkingRow = {
  readonly name: string;
  readonly quantity: number;
  /** How the share came about; nothing where it was simply all that was left, or units of earlier returns are still unpaid. */
  readonly share?: string | undefined;
  /** With its tax. */
  readonly cents: number;
  readonly taxCents: number;
};

type Asked = { readonly saleLineId?: number | undefined; readonly sku?: string | undefined; readonly quantity: number };
type Judged = Pick<Output<'returns.judge'>, 'lines'>;

/** How the amount came about, line by line: the share of what was really paid, or what is given without a receipt. */
export function workingOf(
  sale: Pick<Sale, 'lines'> | undefined,
  asked: readonly Asked[],
  judged: Judged,
): WorkingRow[] {
  return judged.lines.flatMap(({ saleLineId, goodsCents, taxCents }, index) => {
    const line = sale?.lines.find((one) => one.saleLineId === saleLineId);
    const about = asked[index];
    if (!about) return [];
    const { quantity, sku = '' } = about;
    const cents = goodsCents + taxCents;
    const share = line && shareText(line, quantity, cents);
    return { name: line?.name || line?.sku || sku, quantity, share, cents, taxCents };
  });
}

type Left = Pick<SaleLine, 'creditableCents' | 'returnableQuantity'>;

/** `198.00 × 1 ÷ 2`, where that is what was reckoned. */
function shareText({ creditableCents, returnableQuantity }: Left, quantity: number, cents: number): string | undefined {
  if (quantity >= returnableQuantity) return undefined;
  const milli = (units: number): number => Math.round(units * 1000);
  if (shareOf(creditableCents, milli(quantity), milli(returnableQuantity)) !== cents) return undefined;
  return `${show.amount(creditableCents)} × ${show.quantity(quantity)} ÷ ${show.quantity(returnableQuantity)}`;
}

/** The same of a return that is on its way to its refund. */
export function workingOfQuote({ lines }: Pick<Return, 'lines'>, quote: Pick<Quote, 'lines'>): WorkingRow[] {
  return quote.lines.flatMap(({ returnLineId, quantity, goodsCents, taxCents }) => {
    const line = lines.find((own) => own.returnLineId === returnLineId);
    return line ? { name: itemName(line), quantity, cents: goodsCents + taxCents, taxCents } : [];
  });
}
