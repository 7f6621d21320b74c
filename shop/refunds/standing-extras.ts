import type { Terms } from '../../contract/api/return-shape.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { SaleWorkLine } from '../../db/queries/sales.ts';
import type { ReadContext } from '../context.ts';
import { bundlePriceLost } from './bundles.ts';
import type { QuotedLine } from './credit-lines.ts';
import { proposeExtras, type SettledExtra } from './extras.ts';

/** A line that is credited, or would be. */
export type QuotedCredit = Pick<QuotedLine, 'lineNo' | 'saleLine' | 'credit'>;

type Standing = {
  /** Missing while the return is only being typed. */
  readonly returnId?: number;
  readonly saleId: number | null;
  /** Every line of the return in its order. */
  readonly lineIds: readonly number[];
  readonly creditedBefore: boolean;
  readonly lines: readonly QuotedCredit[];
  /** All lines of the sale as they stand after the credit. */
  readonly saleLines: ReadonlyMap<number, SaleWorkLine>;
  /** What of the sale can still be given back beside the goods credited now. */
  readonly roomCents: number;
  readonly terms: Terms | undefined;
  /** Of the sale, and what the customer paid for the way back. */
  readonly deliveryCents: number;
  readonly freightCents: number;
};

type Amount = { readonly kind: string; readonly cents: number };

const sumOf = (rows: readonly Amount[], kind: string): number =>
  rows.filter((extra) => extra.kind === kind).reduce((sum, { cents }) => sum + cents, 0);

/** What the policy proposes, given what was given and kept before. Asks for that only where there can have been any. */
export function standingExtras(
  { store, settings }: Pick<ReadContext, 'store' | 'settings'>,
  standing: Standing,
): { readonly proposed: readonly SettledExtra[]; readonly deliveryLeftCents: number } {
  const { returnId, saleId, lineIds, lines, saleLines, deliveryCents, freightCents } = standing;
  const after = [...saleLines.values()];
  const bundled = lines.some(({ saleLine }) => saleLine?.bundle);
  const ofSale = saleId !== null && (deliveryCents > 0 || bundled) ? store.settlements.extrasOfSale(saleId) : [];
  const before = returnId !== undefined && standing.creditedBefore ? store.refunds.extras(returnId) : [];
  const deliveryLeftCents = Math.min(deliveryCents - sumOf(ofSale, 'delivery'), standing.roomCents);
  const proposed = proposeExtras({
    terms: standing.terms,
    credits: lines.map(({ lineNo, credit }) => ({ line: lineNo, cents: credit.cents, taxCents: credit.taxCents })),
    bundles: bundled ? lostBundles(lines, { after, ofSale, digits: currencyDigits(settings.currency) }) : [],
    keptBefore: (line, kind) =>
      sumOf(
        before.filter((extra) => extra.returnLineId === lineIds[line - 1]),
        kind,
      ),
    deliveryLeftCents,
    freightLeftCents: Math.max(0, freightCents - sumOf(before, 'freight-paid')),
    allBack: after.every((line) => line.creditedMilli === line.quantityMilli),
  });
  return { proposed, deliveryLeftCents };
}

type Bundles = {
  readonly after: readonly SaleWorkLine[];
  readonly ofSale: readonly (Amount & { readonly bundle: string | null })[];
  readonly digits: number;
};

/** The price lost by each bundle that comes back in part, less what was kept of it before, at the tax of the line it is kept of. */
function lostBundles(lines: readonly QuotedCredit[], { after, ofSale, digits }: Bundles) {
  const marks = new Set(lines.flatMap(({ saleLine }) => (saleLine?.bundle ? [saleLine.bundle] : [])));
  return [...marks].flatMap((mark) => {
    const lostCents = bundlePriceLost(
      after.filter(({ bundle }) => bundle === mark),
      digits,
    );
    let leftCents =
      lostCents -
      sumOf(
        ofSale.filter(({ bundle }) => bundle === mark),
        'bundle-kept',
      );
    return lines
      .filter(({ saleLine }) => saleLine?.bundle === mark)
      .flatMap(({ lineNo, credit }) => {
        const cents = Math.min(Math.max(0, leftCents), credit.cents);
        leftCents -= cents;
        return cents > 0 ? [{ line: lineNo, cents, taxCents: shareOf(credit.taxCents, cents, credit.cents) }] : [];
      });
  });
}
