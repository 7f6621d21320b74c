import type { Day } from '../contract/values/days.ts';
import type { ActionContext } from './context.ts';

/**
 * S sale, R return, C credit note, P payout (and its counter-document), J journal entry, T repair ticket and what its work costs, L claim and
 * what it brings, V store credit used, expired or taken back, G goods received, O opening stock, K stock count, D what is put into the drawer, taken out and counted.
 */
export type Series = 'S' | 'R' | 'C' | 'P' | 'J' | 'T' | 'L' | 'V' | 'G' | 'O' | 'K' | 'D';

/**
 * Gives the next number of a series and the document's year (DESIGN §6 rule 14). Taken inside the action's transaction, so no gap. A number
 * that a sale or a return got by hand or from a file is counted and passed over.
 */
export function nextNumber(context: ActionContext, series: Series, day: Day): string {
  const { store } = context;
  const year = Number(day.slice(0, 4));
  const seq = store.sequences.nextOf(series, year);
  const number = `${series}-${year}-${String(seq).padStart(6, '0')}`;
  store.facts.add('documents', { number, series, year, seq, day });
  return isTaken(context, series, number) ? nextNumber(context, series, day) : number;
}

/** The other series are given by the shop alone. */
function isTaken({ store }: ActionContext, series: Series, number: string): boolean {
  if (series === 'S') return store.sales.byNumber(number) !== undefined;
  return series === 'R' && store.returns.byNumber(number) !== undefined;
}
