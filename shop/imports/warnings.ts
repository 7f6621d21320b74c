import type { FileDocument } from './documents/document.ts';
import type { ImportWarning } from './kinds/kind.ts';

/** What is stored all the same, and should be looked at: counted in rows, codes that differ only by case in pairs. */
export function warningsOf(documents: readonly FileDocument[]): ImportWarning[] {
  const counts = {
    'no-customer': 0,
    'zero-price': 0,
    'no-name': 0,
    'codes-differ-by-case': 0,
    'status-unknown': 0,
    'refund-amount-unknown': 0,
  };
  const skus = new Set<string>();
  for (const { person, lines, kind, meaning } of documents) {
    if (meaning === 'unknown') counts['status-unknown'] += lines.length;
    if (meaning === 'some-given-back') counts['refund-amount-unknown'] += lines.length;
    if (!person) counts['no-customer'] += lines.length;
    for (const { product, name, priceE4 } of lines) {
      skus.add(product.sku);
      if (priceE4 === 0 && kind === 'sale') counts['zero-price'] += 1;
      if (name === '') counts['no-name'] += 1;
    }
  }
  const byLowerCase = new Map<string, number>();
  for (const sku of skus) byLowerCase.set(sku.toLowerCase(), (byLowerCase.get(sku.toLowerCase()) ?? 0) + 1);
  for (const same of byLowerCase.values()) counts['codes-differ-by-case'] += same - 1;
  return Object.entries(counts).flatMap(([code, count]) => (count > 0 ? [{ code, count }] : []));
}
