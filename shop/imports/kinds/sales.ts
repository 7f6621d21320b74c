import type { FileDocument } from '../documents/document.ts';
import { createGatherer } from '../documents/gather.ts';
import { kindOf } from '../documents/kinds.ts';
import { type FileRow, rowReader } from '../rows/row.ts';
import { noCounts, storeDocument } from '../store/documents.ts';
import { countsOf, newsOf, type SaleChange, storeNews } from '../store/news.ts';
import { createDirectory } from '../store/people.ts';
import { standingOf } from '../store/standing.ts';
import { warningsOf } from '../warnings.ts';
import type { Books, FileKind, Understood } from './kind.ts';
import { moneyText, priceText, quantityText, saidFields } from './said-fields.ts';

/** A row of a return is as much work as several of a sale. */
const returnRowWeight = 5;
const orderOfKinds = ['sale', 'adjustment', 'return'] as const;

/** Sales with the returns and stock adjustments among their rows (CONTRACT, imports.run). */
export const salesKind: FileKind<FileRow, FileDocument> = {
  kind: 'sales',
  rowReader,
  understood,
  gatherer: createGatherer,
  inOrder,
  weight: ({ kind, rows }) => rows.length * (kind === 'return' ? returnRowWeight : 1),
  warnings: warningsOf,
  books: ({ actionId }) => salesBooks(actionId),
};

/** Sales come first, so that every return finds the sales of its own file; returns in the order of time. */
function inOrder(documents: readonly FileDocument[]): FileDocument[] {
  return orderOfKinds.flatMap((kind) => {
    const same = documents.filter((document) => document.kind === kind);
    return kind === 'return' ? same.sort((a, b) => a.ms - b.ms || (a.rows[0] ?? 0) - (b.rows[0] ?? 0)) : same;
  });
}

function salesBooks(actionId: string): Books<FileDocument> {
  const directory = createDirectory(actionId);
  const counts = noCounts();
  const news = new WeakMap<FileDocument, SaleChange>();
  return {
    standing: (store, document) => {
      const found = standingOf(store, directory, document);
      if (found === 'changed') return { code: 'changed-since' };
      const said = found === 'same' ? newsOf(store, document) : undefined;
      if (said) news.set(document, said);
      return said ? 'new' : found;
    },
    store: (action, documents) => {
      for (const document of documents) {
        const said = news.get(document);
        if (said) storeNews(action, said, counts);
        else storeDocument(action, { directory, document, counts });
      }
      return undefined;
    },
    stored: () => {
      const { links: _, ...stored } = counts;
      return { ...stored, ...directory.made() };
    },
    links: () => ({
      linked: counts.links.linked,
      noCustomer: counts.links['no-customer'],
      noEarlierSale: counts.links['no-earlier-sale'],
      alreadyReturned: counts.links['already-returned'],
      tooLittleLeft: counts.links['too-little-left'],
    }),
    wouldStore: (store, document) => {
      const said = news.get(document);
      return said ? countsOf(said) : { ...linesOf(document), ...directory.wouldMake(store, document) };
    },
  };
}

function linesOf({ kind, lines, refundedCents }: FileDocument) {
  switch (kind) {
    case 'sale':
      return { sales: 1, saleLines: lines.length, refundedSales: refundedCents > 0 ? 1 : 0 };
    case 'return':
      return { returns: 1, returnLines: lines.length };
    case 'adjustment':
      return { stockAdjustments: lines.length };
  }
}

function understood(row: FileRow, { digits }: { readonly digits: number }): Understood {
  const { number, lineNumber, moment, product, name, person, milli, priceE4, amounts, words, signedOn } = row;
  return {
    as: kindOf(row),
    fields: saidFields({
      saleNumber: number,
      lineNumber,
      soldAt: moment?.at,
      customer: person?.code,
      customerName: person?.name,
      customerPhone: person?.phone,
      sku: product.sku,
      productName: name,
      spec: product.spec,
      quantity: quantityText(milli),
      unitPrice: priceText(priceE4),
      paid: moneyText(amounts.paid, digits),
      discount: moneyText(amounts.discount, digits),
      tax: moneyText(amounts.tax, digits),
      delivery: moneyText(amounts.delivery, digits),
      tender: words.tender,
      channel: words.channel,
      status: words.status,
      refunded: moneyText(amounts.refunded, digits),
      signedOn,
    }),
  };
}
