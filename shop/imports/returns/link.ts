import type { SaleLineRow } from '../../../db/queries/sales.ts';
import type { ReadStore } from '../../../db/store.ts';
import { creditFor } from '../../refunds/amounts.ts';
import type { FileReturn, FileReturnLine } from './gather.ts';

export type Unlinked = 'no-earlier-sale' | 'already-returned' | 'too-little-left';
export type Link = { readonly saleLineId: number; readonly milli: number; readonly shareCents: number };

/** A line of a return, held against the sale it names. */
export type FoundLine = {
  readonly line: FileReturnLine;
  /** Of the item that came back, as it was sold; nothing where no sale line fits. */
  readonly productId: number | undefined;
  readonly milli: number;
  /** The quantity is not said: it was worked out from the money. */
  readonly isWorkedOut: boolean;
  /** A part of the money went back, and no goods. */
  readonly isMoneyOnly: boolean;
  readonly links: readonly Link[] | Unlinked;
};

export type FoundReturn = { readonly saleId: number | undefined; readonly lines: readonly FoundLine[] };

/**
 * The sale of a return, by the number of its order or of the part of it, and of each line what it was sold as: the part itself, else the
 * item's code, else the only line, else the title. Units come from what is left, never beyond it, wholly or not at all; each link uses up its
 * share of what was paid (DESIGN §6 rule 3).
 */
export function findReturn(store: ReadStore, found: FileReturn): FoundReturn {
  const parts = found.lines.map(({ lineNumber }) => store.fileReturns.saleByLine(lineNumber || found.saleNumber));
  const part = parts.find((one) => one !== undefined);
  const saleId = store.fileReturns.saleIdOf(found.saleNumber) ?? part?.saleId;
  const sale = saleId === undefined ? undefined : store.sales.byId(saleId);
  // Nothing comes back before it was sold.
  const sold = sale && sale.day <= found.day ? store.sales.lines(sale.id) : [];
  let left = sold.map(bareLine);
  const lines = found.lines.map((line, index) => {
    const partId = parts[index]?.saleId === saleId ? parts[index]?.saleLineId : undefined;
    const candidates = candidatesOf(store, left, { line, partId });
    const one = foundLine(found, line, candidates);
    left = afterLinks(left, one.links);
    return one;
  });
  return { saleId: sold.length > 0 ? saleId : undefined, lines };
}

type SoldLine = Pick<
  SaleLineRow,
  | 'id'
  | 'productId'
  | 'sku'
  | 'name'
  | 'quantityMilli'
  | 'returnedMilli'
  | 'creditedMilli'
  | 'paidCents'
  | 'creditedCents'
  | 'taxCents'
  | 'creditedTaxCents'
>;
const bareLine = (line: SaleLineRow): SoldLine => line;
const leftOf = ({ quantityMilli, returnedMilli }: SoldLine): number => quantityMilli - returnedMilli;

/** The sale lines that a line of a return may be of: all of one item, or none. */
function candidatesOf(
  store: ReadStore,
  sold: readonly SoldLine[],
  { line, partId }: { readonly line: FileReturnLine; readonly partId: number | undefined },
): readonly SoldLine[] {
  const { product } = line;
  const sku = product && (store.catalog.productByBarcode(product.sku)?.sku ?? product.sku);
  const ways: readonly ((one: SoldLine) => boolean)[] = [
    ({ id }) => id === partId,
    (one) => one.sku === product?.sku || one.sku === sku,
    () => sold.length === 1,
    ({ name }) => product !== undefined && name === product.name,
  ];
  for (const fits of ways) {
    const found = sold.filter(fits);
    if (found.length > 0) return found.every(({ productId }) => productId === found[0]?.productId) ? found : [];
  }
  return [];
}

function foundLine({ goods, state }: FileReturn, line: FileReturnLine, candidates: readonly SoldLine[]): FoundLine {
  const { milli, isWorkedOut } = unitsOf(line, candidates);
  const paidCents = sumOf(candidates, ({ paidCents }) => paidCents);
  const isPart = line.isWhole !== true && line.amountCents !== undefined && line.amountCents < paidCents;
  return {
    line,
    productId: candidates[0]?.productId,
    milli,
    isWorkedOut,
    isMoneyOnly: goods === 'money-only' && state === 'finished' && isPart,
    links: linkUnits(milli, candidates),
  };
}

/** How many units a line is of: what the file says, else as many as its money stands for. */
function unitsOf(line: FileReturnLine, candidates: readonly SoldLine[]): Pick<FoundLine, 'milli' | 'isWorkedOut'> {
  if (line.milli !== undefined) return { milli: line.milli, isWorkedOut: false };
  const quantity = sumOf(candidates, ({ quantityMilli }) => quantityMilli);
  const paidCents = sumOf(candidates, ({ paidCents }) => paidCents);
  const left = sumOf(candidates, leftOf);
  const { amountCents, isWhole } = line;
  if (quantity === 0) return { milli: 1000, isWorkedOut: true };
  if (quantity <= 1000) return { milli: quantity, isWorkedOut: false };
  if (isWhole || (amountCents !== undefined && amountCents >= paidCents))
    return { milli: left > 0 ? left : quantity, isWorkedOut: false };
  const units = paidCents === 0 ? 1 : Math.ceil(((amountCents ?? 0) * quantity) / (paidCents * 1000));
  return { milli: Math.min(Math.max(units, 1) * 1000, quantity), isWorkedOut: true };
}

function linkUnits(milli: number, candidates: readonly SoldLine[]): readonly Link[] | Unlinked {
  if (candidates.length === 0) return 'no-earlier-sale';
  const left = sumOf(candidates, leftOf);
  if (left === 0) return 'already-returned';
  if (left < milli) return 'too-little-left';
  const links: Link[] = [];
  let missing = milli;
  for (const line of candidates) {
    const taken = Math.min(missing, leftOf(line));
    if (taken > 0) links.push({ saleLineId: line.id, milli: taken, shareCents: creditFor(line, taken).cents });
    missing -= taken;
  }
  return links;
}

/** What is left for the next line of the same return. */
function afterLinks(sold: readonly SoldLine[], links: readonly Link[] | Unlinked): SoldLine[] {
  return sold.map((line) => {
    const link = typeof links === 'string' ? undefined : links.find(({ saleLineId }) => saleLineId === line.id);
    if (!link) return line;
    const { cents, taxCents } = creditFor(line, link.milli);
    return {
      ...line,
      returnedMilli: line.returnedMilli + link.milli,
      creditedMilli: line.creditedMilli + link.milli,
      creditedCents: line.creditedCents + cents,
      creditedTaxCents: line.creditedTaxCents + taxCents,
    };
  });
}

function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
