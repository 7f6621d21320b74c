import type { Input } from '../../../../contract/api.ts';
import type { Tender } from '../../../../contract/values/words.ts';
import type { Facts, Note, NoteLine, Payout, Return } from './books.ts';
import { share, sum } from './figures.ts';
import { credit, debit, type Moment, mustBeOpen, nextNumber, post, roleOf } from './moment.ts';
import { No } from './no.ts';
import { mayTake, mustExist, stepByQuantities } from './steps.ts';
import {
  type Credited,
  creditedOf,
  figuresOf,
  givenBackCents,
  notesOf,
  onBenchMilli,
  paidOf,
  stageOf,
  unpaidCents,
} from './sums.ts';

export type Owed = {
  readonly lines: readonly NoteLine[];
  readonly creditCents: number;
  readonly unpaidCents: number;
  readonly totalCents: number;
};

/** Graded units that stay here and were not credited yet, at their share of what is left of what was paid; and what was voided. */
export function owedOn(books: Facts, found: Return): Owed {
  const { id, lines } = found;
  const credits: NoteLine[] = [];
  for (const line of lines) {
    const { inspectedMilli, sentBackMilli, creditedMilli } = figuresOf(books, line.id);
    const milli = inspectedMilli - sentBackMilli - creditedMilli - onBenchMilli(books, found, line.id);
    const { saleLine } = line;
    if (milli <= 0 || !saleLine) continue;
    const now = credits.filter(({ saleLineId }) => saleLineId === saleLine.id);
    const before = creditedOf(books, saleLine);
    const left = (figure: keyof Credited, whole: number): number =>
      whole - before[figure] - sum(now, (row) => row[figure]);
    const unitsLeft = left('milli', saleLine.milli);
    const cents = share(left('cents', saleLine.paidCents), milli, unitsLeft);
    const taxCents = Math.min(cents, share(left('taxCents', saleLine.taxCents), milli, unitsLeft));
    credits.push({ lineId: line.id, saleLineId: saleLine.id, milli, cents, taxCents });
  }
  const creditCents = sum(credits, ({ cents }) => cents);
  const unpaid = unpaidCents(books, id);
  return { lines: credits, creditCents, unpaidCents: unpaid, totalCents: creditCents + unpaid };
}

export type Limit = { readonly tender: Tender; readonly maxCents: number };

function leftInTenders({ books }: Moment, { sale }: Return): Map<Tender, number> {
  const tenders = sale?.tenders ?? [];
  return new Map(
    tenders.map(({ tender, amountCents }) => [tender, amountCents - (sale ? givenBackCents(books, sale, tender) : 0)]),
  );
}

/** First the tenders that paid, each up to what it has left; what they cannot take goes the shop's fallback ways. */
export function limitsOf(moment: Moment, found: Return, totalCents: number): Limit[] {
  if (totalCents <= 0) return [];
  if (!found.sale) return [{ tender: 'store-credit', maxCents: totalCents }];
  const limits = limitsOfTenders(moment, found, totalCents);
  if (found.want !== 'store-credit') return limits;
  return [
    { tender: 'store-credit', maxCents: totalCents },
    ...limits.filter(({ tender }) => tender !== 'store-credit'),
  ];
}

function limitsOfTenders(moment: Moment, found: Return, totalCents: number): Limit[] {
  const left = leftInTenders(moment, found);
  const limits = new Map<Tender, number>();
  for (const [tender, cents] of left)
    if (Math.min(cents, totalCents) > 0) limits.set(tender, Math.min(cents, totalCents));
  const restCents = Math.max(0, totalCents - sum([...left.values()], (cents) => cents));
  if (restCents > 0)
    for (const [index, tender] of moment.settings.fallbackTenders.entries())
      if (index === 0 || !limits.has(tender)) limits.set(tender, (limits.get(tender) ?? 0) + restCents);
  return [...limits].map(([tender, maxCents]) => ({ tender, maxCents }));
}

type Asked = Input<'refunds.record'>['payouts'];
export type RefundDone = { readonly creditNote: string; readonly payoutNumbers: string[]; readonly totalCents: number };

export function refund(moment: Moment, returnId: number, payouts: Asked): RefundDone {
  const { books, today } = moment;
  const found = mustExist(moment, returnId);
  const owed = owedOn(books, found);
  refuseEarly(moment, found, owed);
  mustBeOpen(moment, today);
  const counted = countPayouts(moment, found, { owed, payouts });

  const credited = owed.lines.length > 0 ? writeNote(moment, found, owed) : undefined;
  const open = notesOf(books, returnId).filter((note) => paidOf(books, note) < note.totalCents);
  const payoutNumbers = counted.flatMap((payout) => pay(moment, open, payout));
  stepByQuantities(moment, returnId, 'refund');
  return { creditNote: credited?.number ?? open[0]?.number ?? '', payoutNumbers, totalCents: owed.totalCents };
}

function refuseEarly(moment: Moment, { id, number }: Return, owed: Owed): void {
  const stage = stageOf(moment.books, id);
  if (stage === 'requested') throw new No('needs-approval', { number });
  if (stage === 'approved') throw new No('not-received', { number });
  const nothing = owed.lines.length === 0 && owed.totalCents === 0;
  if (nothing && stage === 'received') throw new No('not-inspected', { number });
  if (nothing && (stage === 'inspected' || stage === 'settled')) throw new No('nothing-to-refund', { number });
  mayTake(moment, id, 'refund');
}

type Counted = Asked[number] & { readonly originalCents: number };

/**
 * They add up to what is owed. Store credit may always take more than it gave; of the rest none passes its tender's limit, and together
 * they leave nothing in the tenders that paid.
 */
function countPayouts(moment: Moment, found: Return, { owed, payouts }: { owed: Owed; payouts: Asked }): Counted[] {
  const payableCents = owed.totalCents;
  const askedCents = sum(payouts, ({ amountCents }) => amountCents);
  if (askedCents > payableCents) throw new No('over-paid-amount', { payableCents, askedCents });
  if (askedCents < payableCents) throw new No('under-paid-amount', { payableCents, askedCents });
  let ownCents = leftInTenders(moment, found).get('store-credit') ?? 0;
  const plain: Asked = [];
  const wished: Counted[] = [];
  for (const payout of payouts) {
    const isCredit = payout.tender === 'store-credit';
    const amountCents = isCredit ? Math.min(payout.amountCents, ownCents) : payout.amountCents;
    if (isCredit) ownCents -= amountCents;
    if (amountCents > 0) plain.push({ ...payout, amountCents });
    const moreCents = payout.amountCents - amountCents;
    if (moreCents > 0) wished.push({ ...payout, amountCents: moreCents, originalCents: 0 });
  }
  return asOneCredit([...countPlain(moment, found, plain), ...wished]);
}

/** All store credit goes to one code, after everything else. */
function asOneCredit(counted: Counted[]): Counted[] {
  const credits = counted.filter(({ tender }) => tender === 'store-credit');
  const [first] = credits;
  if (!first) return counted;
  const reference = credits.find((payout) => payout.reference)?.reference;
  const { reference: _, ...rest } = first;
  return [
    ...counted.filter(({ tender }) => tender !== 'store-credit'),
    {
      ...rest,
      ...(reference !== undefined && { reference }),
      amountCents: sum(credits, ({ amountCents }) => amountCents),
      originalCents: sum(credits, ({ originalCents }) => originalCents),
    },
  ];
}

function countPlain(moment: Moment, found: Return, payouts: Asked): Counted[] {
  const payableCents = sum(payouts, ({ amountCents }) => amountCents);
  const limits = limitsOfTenders(moment, found, payableCents);
  const left = leftInTenders(moment, found);
  let beyondCents = Math.max(0, payableCents - sum([...left.values()], (cents) => cents));
  return payouts.map((payout) => {
    const { tender, amountCents } = payout;
    const originalCents = Math.min(left.get(tender) ?? 0, amountCents);
    left.set(tender, (left.get(tender) ?? 0) - originalCents);
    beyondCents -= amountCents - originalCents;
    const maxCents = limits.find((limit) => limit.tender === tender)?.maxCents ?? 0;
    const ofTender = sum(payouts, (other) => (other.tender === tender ? other.amountCents : 0));
    if (ofTender > maxCents || beyondCents < 0) {
      const mightCents = Math.max(0, Math.min(maxCents, ofTender + Math.min(0, beyondCents)));
      throw new No('over-tender', { tender, maxCents: mightCents, askedCents: ofTender });
    }
    return { ...payout, originalCents };
  });
}

function writeNote(moment: Moment, { id: returnId }: Return, { lines, creditCents: totalCents }: Owed): Note {
  const { books, today: day } = moment;
  const number = nextNumber(moment, 'C', day);
  const note: Note = { id: books.notes.length + 1, number, returnId, day, totalCents, lines };
  books.notes.push(note);
  const taxCents = sum(lines, (line) => line.taxCents);
  const entry = [
    debit('sales', totalCents - taxCents),
    debit('output-tax', taxCents),
    credit('owed-to-customer', totalCents),
  ];
  post(moment, { kind: 'credit-note', document: number, day, lines: entry });
  return note;
}

/** Towards the oldest credit note that is owed; what is more goes towards the next, as a payout of its own. */
function pay(moment: Moment, open: readonly Note[], payout: Counted): string[] {
  const { books, today: day } = moment;
  const { tender } = payout;
  const numbers: string[] = [];
  let { amountCents: leftCents, originalCents: leftOriginal } = payout;
  for (const note of open) {
    const cents = Math.min(leftCents, note.totalCents - paidOf(books, note));
    if (cents <= 0) continue;
    const originalCents = Math.min(leftOriginal, cents);
    const number = nextNumber(moment, 'P', day);
    const reference = payout.reference || undefined;
    const id = books.payouts.length + 1;
    books.payouts.push({ id, number, note, tender, cents, originalCents, reference, day, voids: undefined });
    const entry = [debit('owed-to-customer', cents), credit(roleOf(tender), cents)];
    post(moment, { kind: 'payout', document: number, day, lines: entry });
    numbers.push(number);
    leftCents -= cents;
    leftOriginal -= originalCents;
  }
  return numbers;
}

type TakeBack = Input<'refunds.void'>;

/** A counter-document of the same day. */
export function voidPayout(moment: Moment, asked: TakeBack): { number: string } {
  const payout = standing(moment, asked);
  if (payout.day !== moment.today) throw new No('void-other-day', { payout: payout.number, day: payout.day });
  return takeBack(moment, payout, { step: 'void', kind: 'payout-void', why: asked.why });
}

/** The same for a payout of an earlier day; a closed return is open again. */
export function correctPayout(moment: Moment, asked: TakeBack): { number: string } {
  const payout = standing(moment, asked);
  if (payout.day === moment.today) throw new No('correct-same-day', { payout: payout.number });
  return takeBack(moment, payout, { step: 'correct', kind: 'payout-correction', why: asked.why });
}

function standing({ books }: Moment, { payoutNumber }: TakeBack): Payout {
  const payout = books.payouts.find(({ number }) => number === payoutNumber);
  if (!payout || payout.voids) throw new No('no-such-payout', { payout: payoutNumber });
  if (books.payouts.some(({ voids }) => voids?.id === payout.id))
    throw new No('already-voided', { payout: payoutNumber });
  return payout;
}

type Taking = { readonly step: string; readonly kind: string; readonly why: string };

function takeBack(moment: Moment, payout: Payout, { step, kind, why }: Taking): { number: string } {
  mustBeOpen(moment, moment.today);
  const { returnId } = payout.note;
  mayTake(moment, returnId, step);
  const number = writeCounterDocument(moment, payout, kind);
  stepByQuantities(moment, returnId, step, why);
  return { number };
}

function writeCounterDocument(moment: Moment, payout: Payout, kind: string): string {
  const { books, today: day } = moment;
  const { note, tender, cents, originalCents } = payout;
  const number = nextNumber(moment, 'P', day);
  books.payouts.push({
    id: books.payouts.length + 1,
    number,
    note,
    tender,
    cents: 0 - cents,
    originalCents: 0 - originalCents,
    reference: undefined,
    day,
    voids: payout,
  });
  const entry = [debit(roleOf(tender), cents), credit('owed-to-customer', cents)];
  post(moment, { kind, document: number, day, lines: entry });
  return number;
}
