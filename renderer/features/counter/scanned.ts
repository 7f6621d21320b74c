import type { Sale, SaleLine } from '../../../contract/api/sales.ts';
import { t } from '../../i18n/index.ts';
import { ask } from '../../state/shop.svelte.ts';
import { isNamedBy } from '../products/find-item.ts';
import type { CounterDesk } from './counter-desk.svelte.ts';
import type { Place } from './places.ts';

/**
 * The line of a receipt that a scanned code means. Codes that differ only by case are two items, so case is passed over only where no
 * line has the very code; of several lines of one item the first with something left to take.
 */
export function lineWithCode(sale: Sale, code: string, takenOf: (line: SaleLine) => number): SaleLine | undefined {
  const exact = sale.lines.filter(({ sku }) => sku === code);
  const folded = sale.lines.filter(({ sku }) => sku.toUpperCase() === code.toUpperCase());
  const fitting = exact.length > 0 ? exact : new Set(folded.map(({ sku }) => sku)).size === 1 ? folded : [];
  return fitting.find((line) => line.returnableQuantity > takenOf(line)) ?? fitting[0];
}

/** The line that sold a thing with this serial number or batch. */
export function lineWithUnit(sale: Sale, code: string): SaleLine | undefined {
  return sale.lines.find(
    ({ serials = [], batches = [] }) =>
      serials.some(({ serial }) => serial === code) || batches.some((batch) => batch.code === code),
  );
}

/** The line of the item that this is a barcode of. */
async function lineWithBarcode(
  sale: Sale,
  code: string,
  takenOf: (line: SaleLine) => number,
): Promise<SaleLine | undefined> {
  const item = (await ask('catalog.byCode', { code })).ok;
  return item && isNamedBy(item, code) ? lineWithCode(sale, item.sku, takenOf) : undefined;
}

/** What a scan does on an open receipt: one more of the item, or the unit of that number. Gives where to go on, or the other sale that was scanned instead. */
export async function scanOn(desk: CounterDesk, code: string): Promise<Place | { readonly saleId: number }> {
  const { sale } = desk;
  if (!sale) return 'receipt';
  const unitOf = lineWithUnit(sale, code);
  if (unitOf) return takeUnit(desk, unitOf, code);
  const takenOf = (one: SaleLine): number => desk.unitsOf(one);
  const line = lineWithCode(sale, code, takenOf) ?? (await lineWithBarcode(sale, code, takenOf));
  if (line) return desk.take(line);
  if (code === sale.number) return 'receipt';
  const other = (await ask('sales.get', { number: code })).ok;
  if (other && desk.lines.length === 0) return { saleId: other.saleId };
  if (!other && numberActive(desk, code)) return desk.active ? desk.placeOn(desk.active) : 'receipt';
  const text = other ? t('counter.is-receipt', { number: other.number }) : t('counter.not-on-receipt', { code });
  desk.hint = { place: 'receipt', text };
  return 'receipt';
}

/** A unit by its number; one that is back already is said so. */
function takeUnit(desk: CounterDesk, sold: SaleLine, code: string): Place {
  if (!sold.serials?.some(({ serial, back }) => serial === code && back)) return desk.take(sold, code);
  desk.hint = { place: 'receipt', text: t('counter.unit-back', { unit: code }) };
  return 'receipt';
}

/** The open line waits for a number that nobody wrote down at the sale: what is scanned is that number. */
export function numberActive({ active }: CounterDesk, code: string): boolean {
  const numbers = [...(active?.sold?.serials ?? []), ...(active?.sold?.batches ?? [])];
  if (!active?.tracking || active.unit.trim() || numbers.length > 0) return false;
  active.unit = code;
  return true;
}
