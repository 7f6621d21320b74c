import type { Settings } from '../../../../contract/api/settings.ts';
import type { Input } from '../../../../contract/api.ts';
import type { Stage } from '../../../../contract/values/words.ts';
import { openStock, receiveGoods, voidArrival } from './arrive.ts';
import type { Return } from './books.ts';
import { setCost } from './costs.ts';
import { bookStocktake, cancelStocktake, count, openStocktake } from './count.ts';
import { monthOf, plusDays, sum } from './figures.ts';
import { inspect, receive } from './goods.ts';
import { type Moment, mustBeOpen } from './moment.ts';
import { No } from './no.ts';
import { openReturn } from './opening.ts';
import { correctPayout, owedOn, refund, voidPayout } from './refund.ts';
import { recordSale } from './sell.ts';
import { mayTake, mustExist, step } from './steps.ts';
import { expectedMilli, figuresOf, isOnBench, paidOf, stageOf } from './sums.ts';
import { viewReturn } from './view.ts';

/** What is done about each action of the contract; gives its answer, throws `No`. */
export const actions = {
  'sales.record': recordSale,
  'returns.open': (moment: Moment, input: Input<'returns.open'>) => {
    const { id: returnId, number, verdict, lines } = openReturn(moment, input);
    const asked = lines.map(({ id, sku, milli }) => ({ returnLineId: id, sku, quantity: milli / 1000 }));
    return { returnId, number, stage: stageOf(moment.books, returnId), verdict, lines: asked };
  },
  'returns.counter': counter,
  'returns.approve': (moment: Moment, { returnId, note }: Input<'returns.approve'>) => {
    const { number, verdict } = mayTake(moment, returnId, 'approve');
    if (verdict.outcome === 'reject' && !note) throw new No('approval-needs-note', { number });
    return decide(moment, { returnId, name: 'approve', stage: 'approved', note });
  },
  'returns.reject': (moment: Moment, { returnId, why }: Input<'returns.reject'>) =>
    decide(moment, { returnId, name: 'reject', stage: 'rejected', note: why }),
  'returns.cancel': (moment: Moment, { returnId, why }: Input<'returns.cancel'>) =>
    decide(moment, { returnId, name: 'cancel', stage: 'cancelled', note: why }),
  'returns.close': (moment: Moment, { returnId, note }: Input<'returns.close'>) => {
    const found = mayTake(moment, returnId, 'close');
    const stage = stageOf(moment.books, returnId);
    if (owedOn(moment.books, found).totalCents > 0 || isOnBench(moment.books, found))
      throw new No('wrong-stage', { stage, step: 'close' });
    return decide(moment, { returnId, name: 'close', stage: 'closed', note });
  },
  'returns.receive': (moment: Moment, { returnId, lines }: Input<'returns.receive'>) => {
    receive(moment, returnId, lines);
    return viewReturn(moment.books, mustExist(moment, returnId));
  },
  'inspection.record': (moment: Moment, { returnId, lines }: Input<'inspection.record'>) => {
    inspect(moment, returnId, lines);
    return viewReturn(moment.books, mustExist(moment, returnId));
  },
  'refunds.record': (moment: Moment, { returnId, payouts }: Input<'refunds.record'>) => ({
    ...refund(moment, returnId, payouts),
    return: viewReturn(moment.books, mustExist(moment, returnId)),
  }),
  'refunds.void': voidPayout,
  'refunds.correct': correctPayout,
  'stock.setCost': setCost,
  'stock.receive': receiveGoods,
  'stock.open': openStock,
  'stock.voidReceipt': voidArrival,
  'stocktakes.open': openStocktake,
  'stocktakes.count': count,
  'stocktakes.book': bookStocktake,
  'stocktakes.cancel': cancelStocktake,
  'months.close': closeMonth,
  'settings.set': setSettings,
  'care.confirmClock': ({ today }: Moment, _input: Input<'care.confirmClock'>) => ({ day: today }),
} as const;

export type ActionName = keyof typeof actions;

type Decision = {
  readonly returnId: number;
  readonly name: string;
  readonly stage: Stage;
  readonly note: string | undefined;
};

/** One step without goods or money. One that ends a return gives free what did not come. */
function decide(moment: Moment, { returnId, name, stage, note }: Decision): object {
  const { books } = moment;
  const found = mayTake(moment, returnId, name);
  if (stage !== 'approved')
    for (const line of found.lines) {
      const milli = expectedMilli(books, line) - figuresOf(books, line.id).receivedMilli;
      if (milli > 0) books.releases.push({ lineId: line.id, milli });
    }
  step(moment, { returnId, step: name, stage, note });
  return viewReturn(books, found);
}

/** Everything at once, or nothing of it. */
function counter(moment: Moment, input: Input<'returns.counter'>): object {
  const { books } = moment;
  const opened = openReturn(moment, input);
  const { id: returnId, number, lines, verdict } = opened;
  if (stageOf(books, returnId) === 'requested') {
    if (!input.approve) throw new No('needs-approval', { number });
    const { note } = input.approve;
    if (verdict.outcome === 'reject' && !note) throw new No('approval-needs-note', { number });
    step(moment, { returnId, step: 'approve', stage: 'approved', note });
  }
  const all = lines.map(({ id, milli }) => ({ returnLineId: id, quantity: milli / 1000 }));
  receive(moment, returnId, all);
  const gradings = lines.flatMap(({ id: returnLineId }, index) =>
    (input.lines[index]?.gradings ?? []).map((grading) => ({ ...grading, returnLineId })),
  );
  inspect(moment, returnId, gradings);
  const figures = lines.map(({ id }) => figuresOf(books, id));
  if (figures.some((line) => line.inspectedMilli < line.receivedMilli)) throw new No('not-inspected', { number });
  return { ...settle(moment, opened, input.payouts), return: viewReturn(books, opened) };
}

/** Goods for which nothing is owed are done without a credit note. */
function settle(moment: Moment, opened: Return, payouts: Input<'returns.counter'>['payouts']): object {
  const owed = owedOn(moment.books, opened);
  if (owed.lines.length > 0) return refund(moment, opened.id, payouts);
  const askedCents = sum(payouts, ({ amountCents }) => amountCents);
  if (askedCents > 0) throw new No('over-paid-amount', { payableCents: 0, askedCents });
  return { payoutNumbers: [], totalCents: 0 };
}

/** A month that is over, and in which nothing is owed any more, by itself or from before. */
function closeMonth(moment: Moment, { month }: Input<'months.close'>): object {
  const { books, now, today } = moment;
  mustBeOpen(moment, `${month}-01`);
  if (month >= monthOf(today)) throw new No('month-not-over', { month });
  const unpaid = books.notes.some((note) => monthOf(note.day) <= month && paidOf(books, note) < note.totalCents);
  if (unpaid) throw new No('month-has-problems', { month, problems: 1 });
  books.closings.push({ month, at: now });
  return { month, closedAt: now };
}

/** The currency stays once something is posted. */
function setSettings({ books, settings }: Moment, changes: Input<'settings.set'>): object {
  const { currency } = changes;
  if (currency !== undefined && currency !== settings.currency && books.entries.length > 0)
    throw new No('currency-in-use', { currency: settings.currency });
  books.settings.push(changes as Partial<Settings>);
  return { ...settings, ...changes };
}

/** A clock further ahead of the last event than this is doubted. */
const doubtfulAfterDays = 31;

export function isDoubtful(clockDay: string, lastDay: string | undefined): boolean {
  return lastDay !== undefined && clockDay > plusDays(lastDay, doubtfulAfterDays);
}
