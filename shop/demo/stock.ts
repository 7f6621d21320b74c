import type { Locale } from '../../contract/values/words.ts';
import { saveProduct } from '../catalog/save-product.ts';
import type { ActionContext } from '../context.ts';
import { Refused } from '../refused.ts';
import type { ReceiptLine } from '../stock/receipts/line.ts';
import { postGoodsReceipt } from '../stock/receipts/post.ts';
import { saveSupplier } from '../suppliers/suppliers.ts';
import { type DemoProduct, demoProducts, inLanguage } from './goods.ts';

type Words = { readonly zh: string; readonly en: string };

const clothes: Words = { zh: '服饰', en: 'Clothes' };
const house: Words = { zh: '家居', en: 'Home' };
const suppliers: readonly (Words & { readonly of: Words; readonly leadDays: number })[] = [
  { zh: '杭州四季服饰', en: 'Four Seasons Clothing', of: clothes, leadDays: 7 },
  { zh: '义乌百汇日用', en: 'Baihui Homeware', of: house, leadDays: 4 },
];
/** Clothes come first among the goods. */
const kindsOfClothes = 9;

const kindOf = (place: number): Words => (place < kindsOfClothes ? clothes : house);
/** Some lie low, some high, most between. */
const openingUnits = (place: number): number => 2 + ((place * 7) % 13);

/** Suppliers, what is said of the goods, and how many of each stand there on the first day. */
export function stockShelves(context: ActionContext, locale: Locale): string | Refused {
  const said = (words: Words): string => inLanguage(locale, words);
  const supplierIds = new Map<Words, number>();
  for (const { of, leadDays, ...name } of suppliers) {
    const saved = saveSupplier(context, { id: '', name: said(name), leadDays, claimDays: 30 });
    if (saved instanceof Refused) return saved;
    supplierIds.set(of, saved.supplierId);
  }
  for (const [place, product] of demoProducts.entries()) {
    const saved = saveProduct(context, {
      ...{ id: '', sku: product.sku, name: said(product), price: product.price, category: said(kindOf(place)) },
      ...{ supplierId: supplierIds.get(kindOf(place)), barcodes: [barcodeOf(place)], location: locationOf(place) },
      ...{ unit: said({ zh: '件', en: 'pc' }), min: 5, max: 12 },
    });
    if (saved instanceof Refused) return saved;
  }
  const lines = demoProducts.map((product, place) => lineOf(context, product, openingUnits(place)));
  const opening = { kind: 'opening', supplierId: null, paidBy: null, reference: null, taxCents: 0 } as const;
  return postGoodsReceipt(context, { ...opening, day: context.today, note: null, lines });
}

/** A box of clothes comes, on account. */
export function refillShelves(context: ActionContext, locale: Locale): string | Refused {
  const lines = demoProducts.slice(0, 4).map((product) => lineOf(context, product, 6));
  const [supplier] = suppliers;
  const supplierId = supplier ? (context.store.suppliers.idOfName(inLanguage(locale, supplier)) ?? null) : null;
  const received = { kind: 'received', supplierId, paidBy: 'payable', reference: 'A-0815', taxCents: 0 } as const;
  return postGoodsReceipt(context, { ...received, day: context.today, note: null, lines });
}

function lineOf({ store }: ActionContext, { sku, costCents }: DemoProduct, units: number): ReceiptLine {
  const product = store.catalog.product(sku);
  if (!product) throw new Error(`no made-up item ${sku}`);
  return { productId: product.id, sku, quantityMilli: units * 1000, valueCents: costCents * units };
}

/** A number of the range for a shop's own use (GS1: prefixes 20 to 29), with its check figure. */
function barcodeOf(place: number): string {
  const figures = `2000000000${String(place + 10)}`;
  const sum = [...figures].reduce((before, figure, at) => before + Number(figure) * (at % 2 === 0 ? 1 : 3), 0);
  return `${figures}${(10 - (sum % 10)) % 10}`;
}

const locationOf = (place: number): string => `${place < kindsOfClothes ? 'A' : 'B'}-${1 + (place % 5)}`;
