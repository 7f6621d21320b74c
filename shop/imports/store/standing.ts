import type { ReadStore } from '../../../db/store.ts';
import type { FileDocument } from '../documents/document.ts';
import type { Directory } from './people.ts';

/** `same`: read before. `changed`: its number is there with other content. */
export type Standing = 'new' | 'same' | 'changed';

type Stored = { readonly head: string; readonly lines: readonly string[]; readonly totalCents?: number };

/**
 * Whether a document of the file is in the shop already. Its content is who, which day, what, how much and for how much: the order of
 * rows, the hour and the words around it are none.
 */
export function standingOf(store: ReadStore, directory: Directory, document: FileDocument): Standing {
  const stored = storedAs(store, document);
  if (!stored) return 'new';
  const asked = contentOf(store, directory, document);
  if (asked === undefined) return 'changed';
  const isSame = asked.head === stored.head && sameLines(asked.lines, stored.lines);
  return isSame || isSameButForRefund({ stored, asked, document }) ? 'same' : 'changed';
}

/** What was refunded since is no longer in what was paid (FORMATS §1 rule 6): the sale is the same when both come to what it was. */
function isSameButForRefund({
  stored,
  asked,
  document,
}: {
  stored: Stored;
  asked: Stored;
  document: FileDocument;
}): boolean {
  const { insideCents, deliveryCents, lines } = document;
  if (insideCents === 0 || stored.totalCents === undefined) return false;
  const goods = (texts: readonly string[]): string[] => texts.map((text) => text.split(' ').slice(0, 3).join(' '));
  const head = (text: string): string => text.split(' ').slice(0, 2).join(' ');
  const totalCents = lines.reduce((sum, { paidCents }) => sum + paidCents, deliveryCents);
  return (
    head(stored.head) === head(asked.head) &&
    sameLines(goods(stored.lines), goods(asked.lines)) &&
    stored.totalCents === totalCents + insideCents
  );
}

function storedAs({ imports }: ReadStore, { kind, number }: FileDocument): Stored | undefined {
  switch (kind) {
    case 'sale': {
      const sale = imports.sale(number);
      if (!sale) return undefined;
      const lines = imports.linesOfSale(sale.id);
      return {
        head: `${sale.customerId} ${sale.day} ${sale.deliveryCents}`,
        totalCents: sale.totalCents,
        lines: lines.map(({ productId, milli, priceE4, paidCents, taxCents }) =>
          [productId, milli, priceE4, paidCents, taxCents].join(' '),
        ),
      };
    }
    case 'return': {
      const found = imports.return(number);
      if (!found) return undefined;
      const lines = imports.linesOfReturn(found.id);
      return {
        head: `${found.customerId} ${found.day}`,
        lines: lines.map(({ productId, milli, fileAmountCents }) => [productId, milli, fileAmountCents].join(' ')),
      };
    }
    case 'adjustment': {
      const lines = imports.adjustments(number);
      const [first] = lines;
      return first && { head: first.day, lines: lines.map(({ productId, milli }) => [productId, -milli].join(' ')) };
    }
  }
}

/** The document in the same words; nothing when it names somebody or something that the shop has never seen. */
function contentOf(store: ReadStore, directory: Directory, document: FileDocument): Stored | undefined {
  const { kind, day, person, deliveryCents, lines } = document;
  // Nobody is named in a stock adjustment.
  const customerId = kind === 'adjustment' ? null : directory.findCustomer(store, person);
  if (customerId === undefined) return undefined;
  const heads = { sale: `${customerId} ${day} ${deliveryCents}`, return: `${customerId} ${day}`, adjustment: day };
  const texts: string[] = [];
  for (const { product, milli, priceE4, paidCents, taxCents } of lines) {
    const id = directory.findProduct(store, product)?.id;
    if (id === undefined) return undefined;
    if (kind === 'sale') texts.push([id, milli, priceE4, paidCents, taxCents].join(' '));
    else if (kind === 'return') texts.push([id, milli, paidCents].join(' '));
    else texts.push([id, milli].join(' '));
  }
  return { head: heads[kind], lines: texts };
}

function sameLines(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  const sorted = others.toSorted();
  return some.toSorted().every((line, index) => line === sorted[index]);
}
