import type { Sale, SaleLine } from '../../../contract/api/sales.ts';

/** What of a bundle stays with the customer while other pieces come back, and how many units of it would have to come along. */
export type StaysBehind = { readonly line: SaleLine; readonly units: number };

/** Pieces of the bundles of a receipt that come back in a smaller share than the rest; gifts are pieces, too. */
export function staysBehind(sale: Sale, unitsOf: (line: SaleLine) => number): StaysBehind[] {
  const touched = new Set(sale.lines.flatMap((line) => (line.bundle && unitsOf(line) > 0 ? line.bundle : [])));
  return [...touched].flatMap((bundle) => {
    const pieces = sale.lines.filter((line) => line.bundle === bundle);
    const shareBack = (line: SaleLine): number => (line.returnedQuantity + unitsOf(line)) / line.quantity;
    const most = Math.max(...pieces.map(shareBack));
    return pieces.flatMap((line) => {
      const wanted = Math.round(most * line.quantity) - line.returnedQuantity - unitsOf(line);
      const units = Math.min(wanted, line.returnableQuantity - unitsOf(line));
      return shareBack(line) < most && units > 0 ? { line, units } : [];
    });
  });
}

/** The bundle of a line as the person counts them on the receipt. */
export function bundleNumber(sale: Sale, { bundle }: SaleLine): number | undefined {
  const bundles = [...new Set(sale.lines.flatMap((line) => line.bundle ?? []))];
  return bundle ? bundles.indexOf(bundle) + 1 : undefined;
}
