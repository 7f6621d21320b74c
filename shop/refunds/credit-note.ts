import type { ActionContext } from '../context.ts';
import { type EntryLine, postEntry } from '../money/post.ts';
import { nextNumber } from '../numbers.ts';
import { isGiven, type SettledExtra } from './extras.ts';
import type { Payable } from './payable.ts';

/** Writes what the shop owes for the goods, with what it gives and keeps beside them; gives the number. */
export function writeCreditNote(context: ActionContext, returnId: number, payable: Payable): string {
  const { facts } = context.store;
  const day = context.today;
  const { creditCents, givenCents, keptCents } = payable;
  const taxCents = payable.lines.reduce((sum, { credit }) => sum + credit.taxCents, 0);
  const totalCents = creditCents + givenCents - keptCents;
  const number = nextNumber(context, 'C', day);
  const creditNoteId = facts.add('creditNotes', {
    number,
    returnId,
    day,
    goodsCents: creditCents - taxCents,
    taxCents,
    feeCents: keptCents,
    deliveryCents: givenCents,
    totalCents,
  });
  for (const { line, credit } of payable.lines) {
    facts.add('creditNoteLines', {
      creditNoteId,
      returnLineId: line.id,
      quantityMilli: credit.milli,
      goodsCents: credit.cents - credit.taxCents,
      taxCents: credit.taxCents,
      feeCents: 0,
    });
  }
  for (const { kind, line, cents, taxCents: tax, note } of payable.extras) {
    const returnLineId = line === undefined ? null : (payable.lineIds[line - 1] ?? null);
    facts.add('creditNoteExtras', { creditNoteId, returnLineId, kind, cents, taxCents: tax, note: note ?? null });
  }
  postEntry(context, {
    kind: 'credit-note',
    document: number,
    day,
    lines: [
      { role: 'sales', debitCents: creditCents - taxCents },
      { role: 'output-tax', debitCents: taxCents },
      ...payable.extras.flatMap(linesOfExtra),
      { role: 'owed-to-customer', creditCents: totalCents },
    ],
  });
  return number;
}

/** A delivery charge was part of the sale; freight is a cost of the shop; what is kept is other income, with its tax. */
function linesOfExtra({ kind, cents, taxCents }: SettledExtra): EntryLine[] {
  if (isGiven(kind)) return [{ role: kind === 'delivery' ? 'sales' : 'freight-expense', debitCents: cents }];
  return [
    { role: 'other-income', creditCents: cents - taxCents },
    { role: 'output-tax', creditCents: taxCents },
  ];
}
