import type { Sale, SaleLine } from '../../../contract/api/sales.ts';
import { t } from '../../i18n/index.ts';
import { ask } from '../../state/shop.svelte.ts';
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

/** What a scan does on an open receipt: one more of the item. Gives where to go on, or the other sale that was scanned instead. */
export async function scanOn(desk: CounterDesk, code: string): Promise<Place | { readonly saleId: number }> {
  const takenOf = ({ saleLineId }: SaleLine): number =>
    desk.lines.find(({ sold }) => sold?.saleLineId === saleLineId)?.quantity ?? 0;
  const line = lineWithCode(desk.sale, code, takenOf);
  if (line) return desk.take(line);
  if (code === desk.sale.number) return 'receipt';
  const other = (await ask('sales.get', { number: code })).ok;
  if (other && desk.lines.length === 0) return { saleId: other.saleId };
  const text = other ? t('counter.is-receipt', { number: other.number }) : t('counter.not-on-receipt', { code });
  desk.hint = { place: 'receipt', text };
  return 'receipt';
}
