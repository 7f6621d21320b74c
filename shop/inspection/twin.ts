import type { TwinInput } from '../../contract/api/inspection.ts';
import { asPriceE4, formatPrice, parsePrice } from '../../contract/values/money.ts';
import type { Grade, Locale } from '../../contract/values/words.ts';
import type { ProductRow } from '../../db/queries/catalog.ts';
import type { ActionContext, ReadContext, ReadHandler } from '../context.ts';
import { indexedGrams } from '../find/grams.ts';
import { type Refused, refuse } from '../refused.ts';
import { percentOf } from './value.ts';

/** Opened goods as they are sold again. `id` is there once it stands in the list of items. */
type Twin = {
  readonly id: number | undefined;
  readonly sku: string;
  readonly name: string;
  readonly priceE4: number | null;
  readonly flaw: string | null;
};

type AskedTwin = {
  readonly product: ProductRow;
  readonly grade: Grade;
  /** What was paid for a new one, where the item has no price of its own. */
  readonly soldE4: number | null;
};

const mostSkuCharacters = 64;

/** The law wants opened goods told from new ones (七日无理由退货办法): the name says so. */
function openedName(name: string, locale: Locale): string {
  return locale === 'zh-CN' ? `${name}（已拆封）` : `${name} (opened)`;
}

function originOf({ store }: Pick<ReadContext, 'store'>, product: ProductRow): ProductRow {
  return product.twinOf === null ? product : (store.catalog.productById(product.twinOf) ?? product);
}

/** The twin of a grade: the one there is, else a new one whose code nobody uses. */
function usualTwin(
  context: Pick<ReadContext, 'store' | 'settings'>,
  { product, grade, soldE4 }: AskedTwin,
  locale: Locale = context.settings.locale,
): Twin {
  const { store } = context;
  const origin = originOf(context, product);
  const found = store.inspection.twinOfGrade(origin.id, grade);
  const row = found && store.catalog.productById(found.id);
  if (row) return { id: row.id, sku: row.sku, name: row.name, priceE4: row.priceE4, flaw: row.flaw };
  const sku = freeSku(context, `${origin.sku.slice(0, mostSkuCharacters - 6)}-${grade}`);
  return newTwin(context, { origin, grade, soldE4, sku, locale });
}

type NewTwin = Omit<AskedTwin, 'product'> & {
  readonly origin: ProductRow;
  readonly sku: string;
  readonly locale: Locale;
};

function newTwin({ settings }: Pick<ReadContext, 'settings'>, { origin, grade, soldE4, sku, locale }: NewTwin): Twin {
  const newE4 = origin.priceE4 ?? soldE4;
  return {
    id: undefined,
    sku,
    name: openedName(origin.name, locale),
    priceE4: newE4 === null ? null : percentOf(newE4, settings.gradePercent[grade]),
    flaw: null,
  };
}

function freeSku({ store }: Pick<ReadContext, 'store'>, wanted: string): string {
  let sku = wanted;
  for (let count = 2; store.catalog.product(sku); count += 1) sku = `${wanted}${count}`;
  return sku;
}

/**
 * The twin a person asked for, made when there is none. `undefined`: the goods are it already. A code that names another item is refused.
 */
export function twinOf(
  context: ActionContext,
  asked: AskedTwin & { readonly twin: TwinInput },
): number | undefined | Refused<'name-used'> {
  const { product, twin } = asked;
  const said = typeof twin === 'object' ? twin : {};
  const planned = said.sku === undefined ? usualTwin(context, asked) : namedTwin(context, asked, said.sku);
  if (!planned) return refuse('name-used', { name: said.sku ?? '' });
  const offer = { priceE4: parsePrice(said.price ?? '') ?? null, flaw: said.flaw || null };
  const twinId = planned.id ?? addTwin(context, asked, planned);
  if (offer.priceE4 !== null || offer.flaw !== null) context.store.caches.inspection.setOffer(twinId, offer);
  return twinId === product.id ? undefined : twinId;
}

/** The twin of that code; nothing when the code is another item's. */
function namedTwin(context: ActionContext, asked: AskedTwin, sku: string): Twin | undefined {
  const { store, settings } = context;
  const origin = originOf(context, asked.product);
  const found = store.catalog.product(sku);
  if (found) return found.twinOf === origin.id && found.twinGrade === asked.grade ? found : undefined;
  return newTwin(context, { ...asked, origin, sku, locale: settings.locale });
}

function addTwin(context: ActionContext, { product, grade }: AskedTwin, planned: Twin): number {
  const { caches } = context.store;
  const origin = originOf(context, product);
  const { sku, name, priceE4, flaw } = planned;
  const grams = indexedGrams([sku, name, origin.spec]);
  const id = caches.catalog.addProduct({ sku, name, spec: origin.spec }, grams);
  const { spec, category, supplierId, tracking, accessories, unit, expires, location } = origin;
  const asGoods = { spec, category, supplierId, tracking, accessories, unit, expires, location };
  // How many there should be is said of new ones.
  caches.catalog.saveProduct({ id, name, priceE4, flaw, ...asGoods, minMilli: null, maxMilli: null }, grams);
  caches.inspection.setTwin(id, { twinOf: origin.id, grade, costE4: origin.costE4 });
  return id;
}

export const showTwin: ReadHandler<'inspection.twin'> = (context, { returnLineId, grade, locale }) => {
  const line = context.store.inspection.line(returnLineId);
  const product = line && context.store.catalog.productById(line.productId);
  if (!line || !product) return refuse('no-such-return-line', { line: 1, returnLineId });
  const { id, sku, name, priceE4, flaw } = usualTwin(context, { product, grade, soldE4: line.unitPriceE4 }, locale);
  return {
    sku,
    name,
    ...(priceE4 !== null && { price: formatPrice(asPriceE4(priceE4)) }),
    ...(flaw !== null && { flaw }),
    exists: id !== undefined,
  };
};
