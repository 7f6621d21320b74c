import { currencyDigits } from '../../../contract/values/money.ts';
import type { ActionContext } from '../../context.ts';
import { leftToGiveBack } from '../../refunds/room.ts';
import type { DocumentLine, FileDocument } from '../documents/document.ts';
import { type Link, linkRow, type Unlinked } from './link.ts';
import type { Directory } from './people.ts';
import { channelOf, tendersOf } from './tender.ts';

export type Counts = {
  sales: number;
  refundedSales: number;
  statuses: number;
  saleLines: number;
  returns: number;
  returnLines: number;
  stockAdjustments: number;
  links: Record<'linked' | Unlinked, number>;
};

export function noCounts(): Counts {
  const links = { linked: 0, 'no-customer': 0, 'no-earlier-sale': 0, 'already-returned': 0, 'too-little-left': 0 };
  return {
    sales: 0,
    refundedSales: 0,
    statuses: 0,
    saleLines: 0,
    returns: 0,
    returnLines: 0,
    stockAdjustments: 0,
    links,
  };
}

/**
 * Stores one document of a file. Sales read from files are history: they are there to be returned against, and move neither stock nor
 * money, whatever `booksSales` says (docs/decisions/006-imports.md). So are returns and stock adjustments that happened elsewhere.
 */
export function storeDocument(
  context: ActionContext,
  { directory, document, counts }: { directory: Directory; document: FileDocument; counts: Counts },
): void {
  const store = { sale: storeSale, return: storeReturn, adjustment: storeAdjustment }[document.kind];
  store(context, directory, document, counts);
}

function storeSale(context: ActionContext, directory: Directory, document: FileDocument, counts: Counts): void {
  const { facts } = context.store;
  const { number, at, day, person, channel, status, signedOn, tender, deliveryCents, refundedCents, lines } = document;
  const totalCents = lines.reduce((sum, { paidCents }) => sum + paidCents, deliveryCents);
  const saleId = facts.add('sales', {
    number,
    soldAt: at,
    day,
    customerId: directory.customer(context, person),
    channel: channel || null,
    totalCents,
    deliveryCents,
    status: status || null,
    origin: 'import',
    booked: 0,
    signedOn: signedOn ?? null,
  });
  let lineNo = 0;
  for (const { lineNumber, product, name, milli, priceE4, paidCents, taxCents } of lines) {
    const known = directory.product(context, product);
    lineNo += 1;
    facts.add('saleLines', {
      saleId,
      lineNo,
      productId: known.id,
      name: name !== '' && name !== known.name ? name : null,
      quantityMilli: milli,
      unitPriceE4: priceE4,
      paidCents,
      taxCents,
      costCents: null,
      reference: lineNumber || null,
    });
  }
  const digits = currencyDigits(context.settings.currency);
  for (const paid of tendersOf(tender, { totalCents, digits })) facts.add('saleTenders', { saleId, ...paid });
  if (refundedCents > 0) {
    facts.add('saleRefunds', { saleId, cents: refundedCents, day: null, reference: null, at: context.now });
    counts.refundedSales += 1;
  }
  counts.sales += 1;
  counts.saleLines += lines.length;
}

type LinkedLine = {
  readonly line: DocumentLine;
  readonly productId: number;
  readonly found: readonly Link[] | Unlinked;
};

function storeReturn(context: ActionContext, directory: Directory, document: FileDocument, counts: Counts): void {
  const { store } = context;
  const { number, at, day, person, channel, status } = document;
  const customerId = directory.customer(context, person);
  const returnId = store.facts.add('returns', {
    number,
    origin: 'import',
    saleId: null,
    customerId,
    channel: channelOf(channel),
    want: 'refund',
    day,
    openedAt: at,
    verdictOutcome: 'review',
    verdictRules: '[]',
    stage: 'draft',
    dueAt: null,
  });
  document.lines.forEach((line, index) => {
    const productId = directory.product(context, line.product).id;
    const found = linkTo(store, document, { line, customerId, productId });
    storeReturnLine(context, { returnId, lineNo: index + 1, note: status || null }, { line, productId, found });
    counts.links[typeof found === 'string' ? found : 'linked'] += 1;
  });
  store.facts.add('returnSteps', {
    returnId,
    step: 'import',
    fromStage: 'draft',
    toStage: 'closed',
    at: context.now,
    person: context.person,
    note: null,
  });
  counts.returns += 1;
  counts.returnLines += document.lines.length;
}

/** The sale that the file names; else earlier sales of the same customer. */
function linkTo(
  store: ActionContext['store'],
  { ofSale, at }: FileDocument,
  { line, customerId, productId }: { line: DocumentLine; customerId: number | null; productId: number },
): readonly Link[] | Unlinked {
  const leftOfSale = (saleId: number): number => leftToGiveBack(store.saleNews.money(saleId));
  const named = ofSale === undefined ? [] : store.imports.linesOfItem({ number: ofSale, productId, until: at });
  if (named.length > 0) return linkRow(line.milli, named, leftOfSale);
  if (customerId === null) return 'no-customer';
  return linkRow(line.milli, store.imports.earlierSales({ customerId, productId, until: at }), leftOfSale);
}

/** One row of a return: all that came back was received, looked at and credited elsewhere, for what the file says. */
function storeReturnLine(
  { store }: ActionContext,
  head: { readonly returnId: number; readonly lineNo: number; readonly note: string | null },
  { line, productId, found }: LinkedLine,
): void {
  const { milli, paidCents } = line;
  const returnLineId = store.facts.add('returnLines', {
    ...head,
    productId,
    reason: 'other',
    requestedMilli: milli,
    fileAmountCents: paidCents,
    unlinked: typeof found === 'string' ? found : null,
  });
  if (typeof found === 'string') return;
  for (const { saleLineId, credit } of found) {
    store.facts.add('returnLinks', {
      returnLineId,
      saleLineId,
      quantityMilli: credit.milli,
      fileShareCents: credit.cents,
    });
  }
}

function storeAdjustment(context: ActionContext, directory: Directory, document: FileDocument, counts: Counts): void {
  const { number, at, day, status, lines } = document;
  lines.forEach(({ product, milli }, index) => {
    context.store.facts.add('stockAdjustments', {
      number,
      lineNo: index + 1,
      adjustedAt: at,
      day,
      productId: directory.product(context, product).id,
      quantityMilli: -milli,
      note: status || null,
    });
  });
  counts.stockAdjustments += lines.length;
}
