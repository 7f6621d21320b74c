import type { Sale } from '../../../contract/api/sales.ts';
import { shareOf } from '../../../contract/values/rounding.ts';
import { show } from '../../i18n/index.ts';
import type { Judged } from './policy-says.svelte.ts';

export type WorkingRow = {
  readonly name: string;
  readonly quantity: number;
  /** How the share came about; nothing where it was simply all that was left, or units of earlier returns are still unpaid. */
  readonly share: string | undefined;
  readonly cents: number;
  readonly taxCents: number;
};

/** How the amount came about, line by line: the share of what was really paid. */
export function workingOf(
  sale: Sale,
  asked: readonly { saleLineId?: number | undefined; quantity: number }[],
  judged: Judged,
): WorkingRow[] {
  return judged.lines.flatMap(({ saleLineId, goodsCents, taxCents }, index) => {
    const line = sale.lines.find((one) => one.saleLineId === saleLineId);
    const quantity = asked[index]?.quantity;
    if (!line || quantity === undefined) return [];
    const cents = goodsCents + taxCents;
    return { name: line.name || line.sku, quantity, share: shareText(line, quantity, cents), cents, taxCents };
  });
}

type Left = { readonly creditableCents: number; readonly returnableQuantity: number };

/** `198.00 × 1 ÷ 2`, where that is what was reckoned. */
function shareText({ creditableCents, returnableQuantity }: Left, quantity: number, cents: number): string | undefined {
  if (quantity >= returnableQuantity) return undefined;
  const milli = (units: number): number => Math.round(units * 1000);
  if (shareOf(creditableCents, milli(quantity), milli(returnableQuantity)) !== cents) return undefined;
  return `${show.amount(creditableCents)} × ${show.quantity(quantity)} ÷ ${show.quantity(returnableQuantity)}`;
}
