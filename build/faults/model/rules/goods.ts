import type { Input } from '../../../../contract/api.ts';
import type { Place } from '../../../../contract/values/words.ts';
import type { EntryLine, Receipt, Return, ReturnLine } from './books.ts';
import { milliOf, share, sum, worth } from './figures.ts';
import { credit, debit, digitsOf, type Moment, move, mustBeOpen, nextNumber, post } from './moment.ts';
import { No } from './no.ts';
import { mayTake, stepByQuantities } from './steps.ts';
import { expectedMilli, figuresOf, inTheShop, linesOfSaleLine, onBenchMilli, stageOf } from './sums.ts';

type Received = Input<'returns.receive'>['lines'];

/** Goods come back at the cost they went out at. */
export function receive(moment: Moment, returnId: number, lines: Received): void {
  const { books, today: day } = moment;
  const waiting = books.returns[returnId - 1];
  if (waiting && stageOf(books, returnId) === 'requested') throw new No('needs-approval', { number: waiting.number });
  const found = mayTake(moment, returnId, 'receive');
  mustBeOpen(moment, day);
  let totalCents = 0;
  for (const [index, { returnLineId, quantity }] of lines.entries()) {
    const line = lineOf(found, returnLineId, index + 1);
    const milli = milliOf(quantity);
    const { receivedMilli } = figuresOf(books, line.id);
    if (receivedMilli + milli > expectedMilli(books, line))
      throw new No('over-requested-quantity', {
        line: index + 1,
        sku: line.sku,
        requested: expectedMilli(books, line) / 1000,
        received: receivedMilli / 1000,
        asked: quantity,
      });
    const receipt = costOf(moment, line, milli);
    books.receipts.push(receipt);
    const unknownMilli = receipt.source === 'unknown' ? milli : 0;
    const places = { from: 'customer', to: 'returns' } as const;
    move(moment, {
      day,
      sku: line.sku,
      ...places,
      milli,
      unknownMilli,
      fromCents: 0,
      toCents: receipt.cents,
      document: found.number,
    });
    totalCents += receipt.cents;
  }
  const entry = [debit('goods', totalCents), credit('cost-of-sales', totalCents)];
  post(moment, { kind: 'goods-back', document: found.number, day, lines: entry });
  stepByQuantities(moment, returnId, 'receive');
}

function lineOf(found: Return, returnLineId: number, number: number): ReturnLine {
  const line = found.lines.find(({ id }) => id === returnLineId);
  if (!line) throw new No('no-such-return-line', { line: number, returnLineId });
  return line;
}

/** The recorded cost, shared along the sale line; else the average of what is in the shop; else the cost that was set; else unknown. */
function costOf(moment: Moment, { id: lineId, sku, saleLine }: ReturnLine, milli: number): Receipt {
  const { books } = moment;
  if (saleLine?.costCents !== undefined) {
    const here = sum(linesOfSaleLine(books, saleLine), ({ id }) => {
      const { receivedMilli, sentBackMilli } = figuresOf(books, id);
      return receivedMilli - sentBackMilli;
    });
    const before = Math.min(here, saleLine.milli - milli);
    const upTo = (units: number): number => share(saleLine.costCents ?? 0, units, saleLine.milli);
    return { lineId, milli, cents: upTo(before + milli) - upTo(before), source: 'recorded' };
  }
  return { lineId, milli, ...costWithoutSale(moment, sku, milli) };
}

/** The average of what is in the shop; else the cost that was set; else nobody knows. */
export function costWithoutSale(moment: Moment, sku: string, milli: number): Pick<Receipt, 'cents' | 'source'> {
  const stock = inTheShop(moment.books, sku);
  const knownMilli = stock.milli - stock.unknownMilli;
  if (knownMilli > 0) return { cents: share(stock.cents, milli, knownMilli), source: 'average' };
  const set = moment.books.costs.find((cost) => cost.sku === sku);
  if (set) return { cents: worth(set.priceE4, milli, digitsOf(moment)), source: 'set' };
  return { cents: 0, source: 'unknown' };
}

type Graded = Input<'inspection.record'>['lines'];

const goesTo: Readonly<Record<Graded[number]['disposition'], Place>> = {
  resell: 'shelf',
  repair: 'repair',
  scrap: 'scrapped',
  supplier: 'supplier-shelf',
  'send-back': 'customer',
};

export function inspect(moment: Moment, returnId: number, lines: Graded): void {
  const { books, today: day } = moment;
  const early = books.returns[returnId - 1];
  if (early && ['requested', 'approved'].includes(stageOf(books, returnId)))
    throw new No('not-received', { number: early.number });
  const found = mayTake(moment, returnId, 'inspect');
  mustBeOpen(moment, day);
  const entry: EntryLine[] = [];
  for (const [index, grading] of lines.entries()) {
    const line = lineOf(found, grading.returnLineId, index + 1);
    entry.push(...grade(moment, { found, line, grading, number: index + 1 }));
  }
  post(moment, { kind: 'grading', document: found.number, day, lines: entry });
  stepByQuantities(moment, returnId, 'inspect');
  waitForBench(moment, found);
}

const benchHours = 168;

/** A return whose goods are all on the bench is due when its first ticket is. */
function waitForBench({ books, settings }: Moment, found: Return): void {
  const last = books.steps.at(-1);
  if (found.want !== 'repair' || last?.stage !== 'inspected') return;
  const others = found.lines.some(({ id }) => {
    const { inspectedMilli, sentBackMilli, creditedMilli } = figuresOf(books, id);
    return inspectedMilli - sentBackMilli - creditedMilli > onBenchMilli(books, found, id);
  });
  const first = books.gradings.find(
    ({ lineId, disposition }) => disposition === 'repair' && found.lines.some(({ id }) => id === lineId),
  );
  if (!first || others) return;
  const dueAt = new Date(Date.parse(first.at) + (settings.repairDueHours ?? benchHours) * 3_600_000).toISOString();
  books.steps.push({ ...last, dueAt });
  books.steps.splice(-2, 1);
}

type ToGrade = {
  readonly found: Return;
  readonly line: ReturnLine;
  readonly grading: Graded[number];
  readonly number: number;
};

/** Units of unknown cost are graded first, at nothing; the others take their share of what the line is still worth. */
function grade(moment: Moment, { found, line, grading, number }: ToGrade): EntryLine[] {
  const { books, now, today: day } = moment;
  const milli = milliOf(grading.quantity);
  const { receivedMilli, inspectedMilli, ...figures } = figuresOf(books, line.id);
  const waitingMilli = receivedMilli - inspectedMilli;
  if (milli > waitingMilli)
    throw new No('over-received-quantity', {
      line: number,
      sku: line.sku,
      received: receivedMilli / 1000,
      inspected: inspectedMilli / 1000,
      asked: grading.quantity,
    });
  const unknownMilli = Math.min(milli, figures.unknownMilli);
  const knownMilli = waitingMilli - figures.unknownMilli;
  const leftCents = figures.receivedCents - figures.inspectedCents;
  const cents = knownMilli > 0 ? share(leftCents, milli - unknownMilli, knownMilli) : 0;

  const { disposition, writeDownCents = 0 } = grading;
  const gone = disposition === 'scrap' || disposition === 'send-back';
  if (!gone && unknownMilli === 0 && writeDownCents > cents)
    throw new No('over-value', { line: number, valueCents: cents, writeDownCents });
  const postedCents = gone ? 0 : Math.min(writeDownCents, cents);
  books.gradings.push({
    lineId: line.id,
    sku: line.sku,
    milli,
    grade: grading.grade,
    disposition,
    cents,
    unknownMilli,
    writeDownCents,
    postedCents,
    note: grading.note || undefined,
    at: now,
  });
  if (disposition === 'repair') nextNumber(moment, 'T', day);
  const toCents = gone ? 0 : cents - postedCents;
  const places = { from: 'returns', to: goesTo[disposition] } as const;
  move(moment, {
    day,
    sku: line.sku,
    ...places,
    milli,
    unknownMilli,
    fromCents: cents,
    toCents,
    document: found.number,
  });
  return lossOf(moment, { disposition, cents, postedCents });
}

type Lost = {
  readonly disposition: Graded[number]['disposition'];
  readonly cents: number;
  readonly postedCents: number;
};

/** The small-business chart takes scrap through losses awaiting approval. */
function lossOf({ settings }: Moment, { disposition, cents, postedCents }: Lost): EntryLine[] {
  if (disposition === 'send-back') return [debit('cost-of-sales', cents), credit('goods', cents)];
  if (disposition !== 'scrap') return [debit('loss-on-goods', postedCents), credit('goods', postedCents)];
  if (settings.chart !== 'small-business-cn') return [debit('loss-on-goods', cents), credit('goods', cents)];
  return [
    debit('pending-loss', cents),
    credit('goods', cents),
    debit('loss-on-goods', cents),
    credit('pending-loss', cents),
  ];
}
