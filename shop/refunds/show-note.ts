import type { Extra, Return } from '../../contract/api/return-shape.ts';
import type { Output } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { viewReturn } from '../returns/view.ts';
import { isGiven } from './extras.ts';

/** One credit note, for the paper that states it: its own lines and sums, and the whole case it belongs to. */
export const showCreditNote: ReadHandler<'refunds.creditNote'> = (context, { number }) => {
  const { store } = context;
  const row = store.refunds.creditNote(number);
  if (!row) return refuse('no-such-credit-note', { number });
  const found = viewReturn(context, row.returnId);
  const extras = found.creditNotes.find((note) => note.number === number)?.extras ?? [];
  const { day, at, person, goodsCents, taxCents, deliveryCents, feeCents, totalCents } = row;
  return {
    number,
    day,
    at,
    person,
    lines: store.refunds.creditNoteLines(row.id).map((line) => showLine(line, { found, extras })),
    goodsCents,
    taxCents,
    deliveryCents,
    feeCents,
    totalCents,
    return: found,
  };
};

type Around = { readonly found: Return; readonly extras: readonly Extra[] };
type LineRow = ReturnType<ReadContext['store']['refunds']['creditNoteLines']>[number];

function showLine(
  { returnLineId, quantityMilli, goodsCents, taxCents }: LineRow,
  { found, extras }: Around,
): Output<'refunds.creditNote'>['lines'][number] {
  const line = found.lines.find((own) => own.returnLineId === returnLineId);
  if (!line) throw new Error(`a credit note credits line ${returnLineId}, which is not of return ${found.number}`);
  const kept = extras.filter((extra) => !isGiven(extra.kind) && extra.returnLineId === returnLineId);
  return {
    returnLineId,
    sku: line.sku,
    name: line.name,
    ...(line.spec !== undefined && { spec: line.spec }),
    quantity: fromMilli(quantityMilli),
    goodsCents,
    taxCents,
    feeCents: kept.reduce((sum, { cents }) => sum + cents, 0),
  };
}
