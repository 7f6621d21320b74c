import type { Input } from '../../../../contract/api.ts';
import type { Tender } from '../../../../contract/values/words.ts';
import type { EntryLine, Sale, SaleLine, TenderPaid } from './books.ts';
import { dayAt, milliOf, priceOf, sum, worth } from './figures.ts';
import { credit, debit, digitsOf, type Moment, move, mustBeOpen, nextNumber, post, roleOf } from './moment.ts';
import { No } from './no.ts';
import { personNamed } from './people.ts';
import { balanceOf, leaving } from './sums.ts';

type Asked = Input<'sales.record'>;

export function recordSale(moment: Moment, asked: Asked): { saleId: number; number: string } {
  const { books, settings, today } = moment;
  const soldAt = asked.soldAt ?? moment.now;
  const day = soldDay(moment, asked.soldAt);
  if (day > today) throw new No('day-in-future', { day, today });
  if (asked.number !== undefined && books.sales.some(({ number }) => number === asked.number))
    throw new No('number-used', { number: asked.number });

  const firstLine = 1 + sum(books.sales, ({ lines }) => lines.length);
  const lines = asked.lines.map((line, index) => soldLine(moment, line, firstLine + index));
  const totalCents = sum(lines, ({ paidCents }) => paidCents);
  const tenders = together(asked.tenders);
  const tendersCents = sum(tenders, ({ amountCents }) => amountCents);
  const booked = settings.booksSales && day >= settings.openingDay;
  if ((tenders.length > 0 || booked) && tendersCents !== totalCents)
    throw new No('tenders-not-total', { totalCents, tendersCents });

  const sale: Sale = {
    id: books.sales.length + 1,
    number: asked.number ?? nextNumber(moment, 'S', day),
    soldAt,
    day,
    person: personNamed(books, asked.customer),
    lines,
    tenders,
    booked,
  };
  books.sales.push(sale);
  if (booked) book(moment, sale);
  return { saleId: sale.id, number: sale.number };
}

/** A sale of now is of the business day, even where the clock was set back since. */
function soldDay({ settings, today }: Moment, soldAt: string | undefined): string {
  return soldAt === undefined ? today : dayAt(settings.timeZone, soldAt);
}

function soldLine(moment: Moment, line: Asked['lines'][number], id: number): SaleLine {
  const { books } = moment;
  const priceE4 = priceOf(line.unitPrice);
  const milli = milliOf(line.quantity);
  const paidCents = line.paidCents ?? worth(priceE4, milli, digitsOf(moment));
  const known = books.products.find(({ sku }) => sku === line.sku);
  if (!known) books.products.push({ sku: line.sku, name: line.name || line.sku, spec: line.spec || undefined });
  const usualName = known?.name ?? (line.name || line.sku);
  return {
    id,
    sku: line.sku,
    name: line.name === usualName ? undefined : line.name,
    milli,
    priceE4,
    paidCents,
    taxCents: Math.min(line.taxCents ?? 0, paidCents),
    costCents: line.costCents,
  };
}

function together(tenders: readonly TenderPaid[]): TenderPaid[] {
  const names = [...new Set(tenders.map(({ tender }) => tender))];
  const of = (tender: Tender): number => sum(tenders, (row) => (row.tender === tender ? row.amountCents : 0));
  return names.map((tender) => ({ tender, amountCents: of(tender) }));
}

/** Goods leave the shelf at its average, units of unknown cost last and at nothing; the tenders take the money. */
function book(moment: Moment, sale: Sale): void {
  const { number, day, lines, tenders } = sale;
  mustBeOpen(moment, day);
  const storeCents = sum(tenders, ({ tender, amountCents }) => (tender === 'store-credit' ? amountCents : 0));
  if (storeCents > 0) throw new No('tenders-not-total', { totalCents: storeCents, tendersCents: 0 });
  let costCents = 0;
  for (const { sku, milli } of lines) {
    const shelf = balanceOf(moment.books, sku, 'shelf');
    if (shelf.milli < milli) throw new No('not-enough-stock', { sku, have: shelf.milli / 1000, asked: milli / 1000 });
    const { cents, unknownMilli } = leaving(shelf, milli);
    move(moment, {
      day,
      sku,
      from: 'shelf',
      to: 'customer',
      milli,
      unknownMilli,
      fromCents: cents,
      toCents: 0,
      document: number,
    });
    costCents += cents;
  }
  const taxCents = sum(lines, (line) => line.taxCents);
  const entry: EntryLine[] = [
    ...tenders.map(({ tender, amountCents }) => debit(roleOf(tender), amountCents)),
    credit('sales', sum(lines, (line) => line.paidCents) - taxCents),
    credit('output-tax', taxCents),
    debit('cost-of-sales', costCents),
    credit('goods', costCents),
  ];
  post(moment, { kind: 'sale', document: number, day, lines: entry });
}
