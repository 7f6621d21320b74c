import type { Facts, Payout, Return, Sale } from './books.ts';
import { priceText, sum } from './figures.ts';
import type { Moment } from './moment.ts';
import { shown } from './people.ts';
import { limitsOf, owedOn } from './refund.ts';
import { creditedOf, figuresOf, givenBackCents, notesOf, returnedMilli, stageOf } from './sums.ts';

/** A return as the contract shows it, but for its fingerprint. */
export function viewReturn(books: Facts, found: Return): object {
  const lines = found.lines.map((line) => viewLine(books, line));
  const steps = books.steps.filter(({ returnId }) => returnId === found.id);
  const payouts = books.payouts.filter(({ note }) => note.returnId === found.id);
  return tidy({
    returnId: found.id,
    number: found.number,
    stage: stageOf(books, found.id),
    origin: 'desk',
    channel: found.channel,
    want: found.want,
    day: found.day,
    sale: found.sale && { saleId: found.sale.id, number: found.sale.number, soldAt: found.sale.soldAt },
    customer: shown(found.person),
    verdict: found.verdict,
    lines,
    steps: steps.map(({ step, stage, at, person, note }) => tidy({ step, stage, at, person, note })),
    dueAt: steps.at(-1)?.dueAt,
    creditNotes: notesOf(books, found.id).map(({ number, day, totalCents }) => ({
      number,
      day,
      totalCents,
      extras: [],
    })),
    payouts: payouts.map((payout) => viewPayout(payouts, payout)),
    creditedCents: sum(lines, ({ creditedCents }) => creditedCents),
    paidOutCents: sum(payouts, ({ cents }) => cents),
  });
}

function viewPayout(all: readonly Payout[], payout: Payout): object {
  const { number, note, tender, cents, reference, day, voids } = payout;
  const voidedBy = all.find((other) => other.voids?.id === payout.id)?.number;
  return tidy({
    number,
    creditNote: note.number,
    tender,
    amountCents: cents,
    reference,
    day,
    voidedBy,
    voids: voids?.number,
  });
}

function viewLine(books: Facts, line: Return['lines'][number]) {
  const { id, sku, saleLine, reason, note } = line;
  const product = books.products.find((own) => own.sku === sku);
  const figures = figuresOf(books, id);
  const view = {
    returnLineId: id,
    saleLineId: saleLine?.id,
    sku,
    name: saleLine?.name ?? product?.name,
    spec: product?.spec,
    unitPrice: saleLine && priceText(saleLine.priceE4),
    quantity: line.milli / 1000,
    receivedQuantity: figures.receivedMilli / 1000,
    inspectedQuantity: figures.inspectedMilli / 1000,
    sentBackQuantity: figures.sentBackMilli / 1000,
    waivedQuantity: 0,
    creditedQuantity: figures.creditedMilli / 1000,
    creditedCents: figures.creditedCents,
    creditedTaxCents: figures.creditedTaxCents,
    creditedFeeCents: 0,
    reason,
    note,
    inspections: books.gradings
      .filter(({ lineId }) => lineId === id)
      .map(({ milli, grade, disposition, writeDownCents, note: said, at }) =>
        tidy({ quantity: milli / 1000, grade, disposition, writeDownCents, note: said, at, person: 'owner' }),
      ),
  };
  return tidy(view);
}

export function viewSale(books: Facts, sale: Sale): object {
  const returns = books.returns.filter((row) => row.sale?.id === sale.id);
  return tidy({
    saleId: sale.id,
    number: sale.number,
    soldAt: sale.soldAt,
    day: sale.day,
    customer: shown(sale.person),
    totalCents: sum(sale.lines, ({ paidCents }) => paidCents),
    deliveryCents: 0,
    lines: sale.lines.map((line) => viewSaleLine(books, line)),
    tenders: sale.tenders.map((own) => ({ ...own, givenBackCents: givenBackCents(books, sale, own.tender) })),
    returns: returns
      .map(({ id, number, day }) => ({ returnId: id, number, day, stage: stageOf(books, id) }))
      .sort((a, b) => (a.day === b.day ? b.returnId - a.returnId : a.day < b.day ? 1 : -1)),
  });
}

function viewSaleLine(books: Facts, line: Sale['lines'][number]): object {
  const product = books.products.find(({ sku }) => sku === line.sku);
  const returned = returnedMilli(books, line);
  return tidy({
    saleLineId: line.id,
    sku: line.sku,
    name: line.name ?? product?.name,
    spec: product?.spec,
    quantity: line.milli / 1000,
    unitPrice: priceText(line.priceE4),
    paidCents: line.paidCents,
    taxCents: line.taxCents,
    returnedQuantity: returned / 1000,
    returnableQuantity: (line.milli - returned) / 1000,
    creditableCents: line.paidCents - creditedOf(books, line).cents,
  });
}

export function viewQuote(moment: Moment, found: Return): object {
  const owed = owedOn(moment.books, found);
  return {
    lines: owed.lines.map(({ lineId, milli, cents, taxCents }) => ({
      returnLineId: lineId,
      quantity: milli / 1000,
      goodsCents: cents - taxCents,
      taxCents,
      feeCents: 0,
    })),
    extras: [],
    deliveryCents: 0,
    feeCents: 0,
    deliveryLeftCents: 0,
    noReceipt: found.sale === undefined,
    unpaidCents: owed.unpaidCents,
    totalCents: owed.totalCents,
    tenders: limitsOf(moment, found, owed.totalCents),
  };
}

/** Without what is not there. */
function tidy<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}
