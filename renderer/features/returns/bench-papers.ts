import type { Return } from '../../../contract/api/return-shape.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import { ask } from '../../state/shop.svelte.ts';

/** What wants to be printed after an inspection: a label for opened goods, a ticket for what is to be repaired. */
export type BenchPaper = {
  readonly document: 'item-label' | 'repair-ticket';
  /** The code of the item, or the number of the ticket. */
  readonly number: string;
  readonly item: string;
  readonly quantity: number;
};

type Before = Pick<Return, 'returnId' | 'lines'>;

/** The papers of what was recorded between the two. A ticket that cannot be asked for is printed from its own page. */
export async function papersOf(before: Before, after: Before): Promise<BenchPaper[]> {
  const labels = labelsOf(before, after);
  if (!newInspections(before, after).some(({ disposition }) => disposition === 'repair')) return labels;
  const tickets = await ask('repair.list', { returnId: after.returnId, open: true });
  return [
    ...labels,
    ...(tickets.ok?.items ?? []).map(
      ({ number, name, quantity }): BenchPaper => ({ document: 'repair-ticket', number, item: name, quantity }),
    ),
  ];
}

function newInspections(before: Before, after: Before) {
  return after.lines.flatMap((line) => {
    const known = before.lines.find(({ returnLineId }) => returnLineId === line.returnLineId)?.inspections.length ?? 0;
    return line.inspections.slice(known).map((inspection) => ({ ...inspection, name: line.name }));
  });
}

/** One label for each code, with how many units want it. */
export function labelsOf(before: Before, after: Before): BenchPaper[] {
  const labels = new Map<string, BenchPaper>();
  for (const { twin, name, quantity } of newInspections(before, after)) {
    if (twin === undefined) continue;
    const known = labels.get(twin)?.quantity ?? 0;
    const sum = fromMilli(toMilli(known) + toMilli(quantity));
    labels.set(twin, { document: 'item-label', number: twin, item: name, quantity: sum });
  }
  return [...labels.values()];
}
