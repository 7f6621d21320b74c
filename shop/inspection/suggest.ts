import type { Settings } from '../../contract/api/settings.ts';
import { daysBetween } from '../../contract/values/days.ts';
import { amountAt, currencyDigits } from '../../contract/values/money.ts';
import { toMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { ProductRow } from '../../db/queries/catalog.ts';
import type { InspectedLine } from '../../db/queries/inspection.ts';
import { productOfCode } from '../catalog/of-code.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { suggest } from './value.ts';

/** What is asked about an item: the questions of its category, else those for all. */
export const checklistOf: ReadHandler<'inspection.checklist'> = (context, { sku }) => {
  const { settings } = context;
  const product = productOfCode(context, sku);
  if (!product) return refuse('no-such-product', { sku });
  const { category } = product;
  return {
    ...(category !== null && { category }),
    questions: ofCategory(settings.checklists, category)?.questions ?? [],
  };
};

/** What the shop has said for a category, else what it has said for all. */
function ofCategory<Said extends { readonly category: string }>(
  said: readonly Said[],
  category: string | null,
): Said | undefined {
  return said.find((one) => one.category === category) ?? said.find((one) => one.category === '');
}

export const suggestDisposition: ReadHandler<'inspection.suggest'> = (context, { returnLineId, grade, quantity }) => {
  const { store, settings, today } = context;
  const line = store.inspection.line(returnLineId);
  const product = line && store.catalog.productById(line.productId);
  if (!line || !product) return refuse('no-such-return-line', { line: 1, returnLineId });
  const milli = quantity === undefined ? unitsAskedAbout(line) : Math.min(toMilli(quantity), line.requestedMilli);
  const digits = currencyDigits(settings.currency);
  const priceE4 = product.priceE4 ?? line.unitPriceE4;
  const { gradePercent, ageing, supplierPercent } = settings;
  return suggest({
    grade,
    priceCents: priceE4 === null ? null : amountAt(priceE4, milli, digits),
    costCents: costOf(context, { line, product, milli }),
    gradePercent,
    ageingDays: Math.max(0, daysBetween({ from: line.since, to: today })),
    ageing,
    repairCents: repairCents(settings, product.category, milli),
    supplierPercent,
    hasSupplier: product.supplierId !== null,
  });
};

/** Those that wait to be graded; before anything came, all that were asked for. */
function unitsAskedAbout({ requestedMilli, receivedMilli, inspectedMilli }: InspectedLine): number {
  return receivedMilli > inspectedMilli ? receivedMilli - inspectedMilli : requestedMilli;
}

/** What a repair usually costs is said by the piece. */
function repairCents(settings: Settings, category: string | null, milli: number): number | null {
  const each = ofCategory(settings.repairCosts, category)?.cents;
  return each === undefined ? null : shareOf(each, milli, 1000);
}

type ToCost = { readonly line: InspectedLine; readonly product: ProductRow; readonly milli: number };

/** At what they lie in the returns area; before they came, at what they went out for. */
function costOf({ store, settings }: ReadContext, { line, product, milli }: ToCost): number | null {
  const knownMilli = line.receivedMilli - line.inspectedMilli - line.unknownMilli;
  if (knownMilli > 0) return shareOf(line.receivedValueCents - line.inspectedValueCents, milli, knownMilli);
  if (line.soldCostCents !== null && line.soldMilli) return shareOf(line.soldCostCents, milli, line.soldMilli);
  if (product.costE4 !== null) return amountAt(product.costE4, milli, currencyDigits(settings.currency));
  const stock = store.ledgers.physical(product.id);
  const knownInStock = stock.quantityMilli - stock.unknownMilli;
  return knownInStock > 0 ? shareOf(stock.valueCents, milli, knownInStock) : null;
}
