import type { Input } from '../../../../contract/api.ts';
import type { Arrival, ArrivalLine, EntryLine } from './books.ts';
import { milliOf, priceOf, sum, worth } from './figures.ts';
import { credit, debit, digitsOf, type Moment, move, mustBeOpen, nextNumber, post, roleOf } from './moment.ts';
import { No } from './no.ts';
import { balanceOf } from './sums.ts';

type AskedLines = Input<'stock.receive'>['lines'];

/** Goods come from a supplier onto the shelf at what they cost. No item of the histories is told apart by numbers. */
export function receiveGoods(moment: Moment, asked: Input<'stock.receive'>): object {
  const { supplierId } = asked;
  if (supplierId !== undefined) throw new No('no-such-supplier', { supplier: String(supplierId) });
  const { paidBy, day = moment.today, reference, note, taxCents = 0 } = asked;
  return arrive(moment, { kind: 'received', paidBy, day, reference, note, taxCents }, asked.lines);
}

/** What was there when the stock book was opened; on its opening day unless that cannot be written to any more. */
export function openStock(moment: Moment, asked: Input<'stock.open'>): object {
  const { settings, today, books } = moment;
  const first = settings.openingDay;
  const isOpen = first <= today && !books.closings.some(({ month }) => month >= first.slice(0, 7));
  const { day = isOpen ? first : today, note } = asked;
  return arrive(
    moment,
    { kind: 'opening', paidBy: undefined, day, reference: undefined, note, taxCents: 0 },
    asked.lines,
  );
}

type Head = Pick<Arrival, 'kind' | 'paidBy' | 'day' | 'reference' | 'note' | 'taxCents'>;

function arrive(moment: Moment, head: Head, asked: AskedLines): object {
  const { books, today } = moment;
  const { kind, day, taxCents } = head;
  for (const { sku } of asked)
    if (!books.products.some((product) => product.sku === sku)) throw new No('no-such-product', { sku });
  if (day > today) throw new No('day-in-future', { day, today });
  mustBeOpen(moment, day);
  for (const [index, { sku }] of asked.entries()) {
    const isTwice = asked.slice(0, index).some((line) => line.sku === sku);
    if (kind === 'opening' && (isTwice || wasOpened(moment, sku)))
      throw new No('stock-opened-before', { line: index + 1, sku });
  }
  const lines = asked.map((line) => lineOf(moment, line));
  const arrival = keep(
    moment,
    { ...head, note: head.note || undefined, reference: head.reference || undefined },
    lines,
  );
  for (const line of lines)
    move(moment, {
      ...goodsOf(line),
      day,
      from: 'supplier',
      to: 'shelf',
      fromCents: 0,
      toCents: line.cents,
      document: arrival.number,
    });
  post(moment, {
    kind: kind === 'opening' ? 'opening-stock' : 'goods-received',
    document: arrival.number,
    day,
    lines: [
      debit('goods', arrival.cents),
      debit('input-tax', taxCents),
      credit(otherSide(head), arrival.cents + taxCents),
    ],
  });
  return viewArrival(moment, arrival);
}

function wasOpened({ books }: Moment, sku: string): boolean {
  return books.arrivals.some(
    ({ kind, lines, voids, number }) =>
      kind === 'opening' &&
      voids === undefined &&
      lines.some((line) => line.sku === sku) &&
      !books.arrivals.some((other) => other.voids === number),
  );
}

/** A cost of its own, else the one somebody has set, else nobody knows. */
function lineOf(moment: Moment, { sku, quantity, unitCost, valueCents }: AskedLines[number]): ArrivalLine {
  const milli = milliOf(quantity);
  if (valueCents !== undefined) return { sku, milli, cents: valueCents, unknownMilli: 0 };
  const set = moment.books.costs.find((cost) => cost.sku === sku)?.priceE4;
  const priceE4 = unitCost === undefined ? set : priceOf(unitCost);
  if (priceE4 === undefined) return { sku, milli, cents: 0, unknownMilli: milli };
  return { sku, milli, cents: worth(priceE4, milli, digitsOf(moment)), unknownMilli: 0 };
}

function goodsOf({ sku, milli, unknownMilli }: ArrivalLine): Pick<ArrivalLine, 'sku' | 'milli' | 'unknownMilli'> {
  return { sku, milli, unknownMilli };
}

function otherSide({ paidBy }: Pick<Arrival, 'paidBy'>): EntryLine['role'] {
  return paidBy === undefined ? 'opening' : roleOf(paidBy);
}

function keep(moment: Moment, head: Head & { readonly voids?: string }, lines: readonly ArrivalLine[]): Arrival {
  const { books } = moment;
  const number = nextNumber(moment, head.kind === 'opening' ? 'O' : 'G', head.day);
  const { voids } = head;
  const arrival = {
    id: books.arrivals.length + 1,
    number,
    ...head,
    voids,
    lines,
    cents: sum(lines, ({ cents }) => cents),
  };
  books.arrivals.push(arrival);
  return arrival;
}

/** Everything leaves the shelf again at what it came in at, or nothing does. */
export function voidArrival(moment: Moment, { number, why }: Input<'stock.voidReceipt'>): object {
  const { books, today: day } = moment;
  const found = books.arrivals.find((arrival) => arrival.number === number);
  if (!found || found.voids !== undefined) throw new No('no-such-receipt', { number });
  if (books.arrivals.some(({ voids }) => voids === number)) throw new No('receipt-voided', { number });
  mustBeOpen(moment, day);
  const left = new Map(found.lines.map(({ sku }) => [sku, { ...balanceOf(books, sku, 'shelf') }]));
  for (const { sku, milli, cents, unknownMilli } of found.lines) {
    const shelf = left.get(sku) ?? { milli: 0, cents: 0, unknownMilli: 0 };
    if (shelf.milli < milli) throw new No('not-enough-stock', { sku, have: shelf.milli / 1000, asked: milli / 1000 });
    const after = {
      milli: shelf.milli - milli,
      cents: shelf.cents - cents,
      unknownMilli: shelf.unknownMilli - unknownMilli,
    };
    const isWhole = after.cents >= 0 && after.unknownMilli >= 0 && after.unknownMilli <= after.milli;
    if (!isWhole || (after.unknownMilli === after.milli && after.cents > 0))
      throw new No('receipt-mixed', { number, sku });
    left.set(sku, after);
  }
  const { kind, paidBy, reference, taxCents } = found;
  const back = keep(moment, { kind, paidBy, reference, taxCents, day, note: why, voids: number }, found.lines);
  for (const line of found.lines)
    move(moment, {
      ...goodsOf(line),
      day,
      from: 'shelf',
      to: 'supplier',
      fromCents: line.cents,
      toCents: 0,
      document: back.number,
    });
  post(moment, {
    kind: kind === 'opening' ? 'opening-stock-void' : 'goods-received-void',
    document: back.number,
    day,
    lines: [
      debit(otherSide(found), found.cents + taxCents),
      credit('goods', found.cents),
      credit('input-tax', taxCents),
    ],
  });
  return viewArrival(moment, back);
}

/** As the contract shows it. */
function viewArrival({ books }: Moment, arrival: Arrival): object {
  const { number, kind, day, paidBy, reference, note, voids, cents, taxCents, lines } = arrival;
  return {
    number,
    kind,
    day,
    person: 'owner',
    ...(paidBy !== undefined && { paidBy }),
    ...(reference !== undefined && { reference }),
    valueCents: cents,
    taxCents,
    ...(voids !== undefined && { voids }),
    ...(note !== undefined && { note }),
    lines: lines.map((line) => ({
      sku: line.sku,
      name: books.products.find(({ sku }) => sku === line.sku)?.name,
      quantity: line.milli / 1000,
      valueCents: line.cents,
      costKnown: line.unknownMilli === 0,
      serials: [],
      batches: [],
    })),
  };
}
