import { createHash } from 'node:crypto';
import type { FactWriter } from '../../db/facts.ts';

export const products = 2000;
export const customers = 5000;

/** What one line was paid, and what half of it is worth when it comes back. */
const paid = { cents: 4000, taxCents: 460, costCents: 1600 };
const back = { cents: 2000, taxCents: 230, costCents: 800 };

/** The state of the trade: what was numbered so far. */
export type Trade = {
  readonly facts: FactWriter;
  readonly numbers: Map<string, number>;
  entries: number;
};
export type Moment = { readonly day: string; readonly at: string };

function nextNumber({ facts, numbers }: Trade, series: 'S' | 'R' | 'C' | 'P' | 'J', day: string): string {
  const year = Number(day.slice(0, 4));
  const seq = (numbers.get(`${series}${year}`) ?? 0) + 1;
  numbers.set(`${series}${year}`, seq);
  const number = `${series}-${year}-${String(seq).padStart(6, '0')}`;
  facts.add('documents', { number, series, year, seq, day });
  return number;
}

function seal({ facts }: Trade, { day, at }: Moment, event: { readonly kind: string; readonly id: string }): void {
  const inputSha256 = createHash('sha256').update(event.id).digest('hex');
  facts.seal({
    actionId: event.id,
    kind: event.kind,
    at,
    day,
    person: 'owner',
    approver: null,
    inputSha256,
    result: '{}',
  });
}

type Sold = { readonly n: number; readonly linesEach: number };

function productOf({ n, linesEach }: Sold, line: number): number {
  return ((n * linesEach + line) % products) + 1;
}

/** Gives its id. */
export function addSale(trade: Trade, moment: Moment, sold: Sold): number {
  const { facts } = trade;
  const { n, linesEach } = sold;
  const { day, at } = moment;
  facts.begin();
  const totalCents = linesEach * paid.cents;
  const saleId = facts.add('sales', {
    number: nextNumber(trade, 'S', day),
    soldAt: at,
    day,
    customerId: (n % customers) + 1,
    totalCents,
    deliveryCents: 0,
    origin: 'desk',
    booked: 0,
  });
  for (let line = 0; line < linesEach; line += 1)
    facts.add('saleLines', {
      saleId,
      lineNo: line + 1,
      productId: productOf(sold, line),
      quantityMilli: 2000,
      unitPriceE4: 200_000,
      paidCents: paid.cents,
      taxCents: paid.taxCents,
      costCents: paid.costCents,
      returnedMilli: 1000,
      creditedMilli: 1000,
      creditedCents: back.cents,
      creditedTaxCents: back.taxCents,
    });
  facts.add('saleTenders', {
    saleId,
    tender: 'cash',
    amountCents: totalCents,
    givenBackCents: linesEach * back.cents,
  });
  seal(trade, moment, { kind: 'sales.record', id: `sale-${n}` });
  return saleId;
}

type Returned = Sold & { readonly saleId: number };

/** One unit of two of every line of a sale comes back over the counter, is graded, credited and paid in cash. */
export function addReturn(trade: Trade, moment: Moment, returned: Returned): void {
  const { facts } = trade;
  const { n, linesEach, saleId } = returned;
  const { day, at } = moment;
  facts.begin();
  const number = nextNumber(trade, 'R', day);
  const returnId = facts.add('returns', {
    number,
    origin: 'desk',
    saleId,
    customerId: (n % customers) + 1,
    channel: 'counter',
    want: 'refund',
    day,
    openedAt: at,
    verdictOutcome: 'accept',
    verdictRules: '[]',
    stage: 'settled',
  });
  const steps = ['draft', 'requested', 'approved', 'received', 'settled', 'settled'];
  ['request', 'approve', 'receive', 'inspect', 'refund'].forEach((step, index) => {
    const [fromStage = '', toStage = ''] = steps.slice(index);
    facts.add('returnSteps', { returnId, step, fromStage, toStage, at, person: 'owner' });
  });
  const lines = Array.from({ length: linesEach }, (_, line) =>
    addLine(trade, moment, { ...returned, returnId, line, number }),
  );
  const scrappedCents = lines.filter(({ scrapped }) => scrapped).length * back.costCents;
  const goodsCents = linesEach * back.costCents;
  post(trade, day, {
    kind: 'goods-back',
    document: number,
    lines: [
      ['goods', goodsCents],
      ['cost-of-sales', -goodsCents],
    ],
  });
  post(trade, day, {
    kind: 'grading',
    document: number,
    lines: [
      ['loss-on-goods', scrappedCents],
      ['goods', -scrappedCents],
    ],
  });
  credit(trade, moment, { returnId, lineIds: lines.map(({ id }) => id) });
  seal(trade, moment, { kind: 'returns.counter', id: `return-${n}` });
}

type ReturnedLine = Returned & { readonly returnId: number; readonly line: number; readonly number: string };

/** The last line of each return is scrapped, the others go back to the shelf. */
function addLine({ facts }: Trade, { day, at }: Moment, returned: ReturnedLine): { id: number; scrapped: boolean } {
  const { returnId, line, linesEach, number, saleId } = returned;
  const productId = productOf(returned, line);
  const scrapped = line === linesEach - 1;
  const id = facts.add('returnLines', {
    returnId,
    lineNo: line + 1,
    productId,
    reason: 'quality',
    requestedMilli: 1000,
    receivedMilli: 1000,
    receivedValueCents: back.costCents,
    inspectedMilli: 1000,
    inspectedValueCents: back.costCents,
    creditedMilli: 1000,
    creditedCents: back.cents,
  });
  // Lines of a sale were added together, so their ids follow one another.
  facts.add('returnLinks', { returnLineId: id, saleLineId: (saleId - 1) * linesEach + line + 1, quantityMilli: 1000 });
  const units = { returnLineId: id, quantityMilli: 1000, valueCents: back.costCents };
  facts.add('receipts', { ...units, costSource: 'recorded' });
  facts.add('inspections', {
    ...units,
    grade: scrapped ? 'C' : 'A',
    disposition: scrapped ? 'scrap' : 'resell',
    writeDownCents: 0,
    postedWriteDownCents: 0,
    unknownMilli: 0,
    at,
    person: 'owner',
  });
  const move = { day, at, productId, quantityMilli: 1000, unknownMilli: 0, document: number };
  facts.add('stockMoves', {
    ...move,
    fromPlace: 'customer',
    toPlace: 'returns',
    fromValueCents: 0,
    toValueCents: back.costCents,
  });
  facts.add('stockMoves', {
    ...move,
    fromPlace: 'returns',
    toPlace: scrapped ? 'scrapped' : 'shelf',
    fromValueCents: back.costCents,
    toValueCents: scrapped ? 0 : back.costCents,
  });
  return { id, scrapped };
}

type Credited = { readonly returnId: number; readonly lineIds: readonly number[] };

function credit(trade: Trade, { day }: Moment, { returnId, lineIds }: Credited): void {
  const { facts } = trade;
  const totalCents = lineIds.length * back.cents;
  const taxCents = lineIds.length * back.taxCents;
  const note = nextNumber(trade, 'C', day);
  const amounts = { goodsCents: totalCents - taxCents, taxCents, feeCents: 0 };
  const creditNoteId = facts.add('creditNotes', {
    number: note,
    returnId,
    day,
    ...amounts,
    deliveryCents: 0,
    totalCents,
    paidCents: totalCents,
  });
  for (const returnLineId of lineIds)
    facts.add('creditNoteLines', {
      creditNoteId,
      returnLineId,
      quantityMilli: 1000,
      goodsCents: back.cents - back.taxCents,
      taxCents: back.taxCents,
      feeCents: 0,
    });
  post(trade, day, {
    kind: 'credit-note',
    document: note,
    lines: [
      ['sales', amounts.goodsCents],
      ['output-tax', taxCents],
      ['owed-to-customer', -totalCents],
    ],
  });
  const number = nextNumber(trade, 'P', day);
  const payout = { creditNoteId, tender: 'cash', amountCents: totalCents, originalCents: totalCents, day };
  facts.add('payouts', { number, ...payout });
  post(trade, day, {
    kind: 'payout',
    document: number,
    lines: [
      ['owed-to-customer', totalCents],
      ['cash', -totalCents],
    ],
  });
}

type Entry = {
  readonly kind: string;
  readonly document: string;
  /** Debits above zero, credits below. */
  readonly lines: readonly (readonly [role: string, cents: number])[];
};

function post(trade: Trade, day: string, { kind, document, lines }: Entry): void {
  trade.entries += 1;
  lines.forEach(([role, cents], index) => {
    trade.facts.add('journalLines', {
      entryId: trade.entries,
      lineNo: index + 1,
      role,
      accountCode: '1000',
      accountName: role,
      debitCents: Math.max(0, cents),
      creditCents: Math.max(0, -cents),
    });
  });
  const number = nextNumber(trade, 'J', day);
  trade.facts.add('journalEntries', { id: trade.entries, number, day, kind, document });
}
