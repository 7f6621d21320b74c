import type { Settings } from '../../../../contract/api/settings.ts';
import { type Place, physicalPlaces, type Stage, type Tender } from '../../../../contract/values/words.ts';
import type { Facts, Note, Return, ReturnLine, Sale, SaleLine } from './books.ts';
import { share, sum } from './figures.ts';

export function settingsOf(books: Facts): Settings {
  return Object.assign({}, ...books.settings) as Settings;
}

export function stageOf(books: Facts, returnId: number): Stage {
  return books.steps.findLast((step) => step.returnId === returnId)?.stage ?? 'draft';
}

export type LineFigures = {
  readonly receivedMilli: number;
  readonly receivedCents: number;
  readonly inspectedMilli: number;
  readonly inspectedCents: number;
  /** Received, not graded yet, at a cost nobody knows. */
  readonly unknownMilli: number;
  readonly sentBackMilli: number;
  readonly creditedMilli: number;
  readonly creditedCents: number;
  readonly creditedTaxCents: number;
};

/** What has happened to the units of a line. */
export function figuresOf(books: Facts, lineId: number): LineFigures {
  const receipts = books.receipts.filter((row) => row.lineId === lineId);
  const valued = books.revaluations.filter((row) => row.lineId === lineId);
  const gradings = books.gradings.filter((row) => row.lineId === lineId);
  const credits = books.notes.flatMap((note) => note.lines.filter((row) => row.lineId === lineId));
  return {
    receivedMilli: sum(receipts, ({ milli }) => milli),
    receivedCents: sum(receipts, ({ cents }) => cents) + sum(valued, ({ cents }) => cents),
    inspectedMilli: sum(gradings, ({ milli }) => milli),
    inspectedCents: sum(gradings, ({ cents }) => cents),
    unknownMilli:
      sum(receipts, ({ milli, source }) => (source === 'unknown' ? milli : 0)) -
      sum(valued, ({ milli }) => milli) -
      sum(gradings, ({ unknownMilli }) => unknownMilli),
    sentBackMilli: sum(gradings, ({ milli, disposition }) => (disposition === 'send-back' ? milli : 0)),
    creditedMilli: sum(credits, ({ milli }) => milli),
    creditedCents: sum(credits, ({ cents }) => cents),
    creditedTaxCents: sum(credits, ({ taxCents }) => taxCents),
  };
}

/** Units that the customer wants mended: nothing is owed for them while they are on the bench. No ticket ends here. */
export function onBenchMilli(books: Facts, { want }: Return, lineId: number): number {
  if (want !== 'repair') return 0;
  return sum(books.gradings, (row) => (row.lineId === lineId && row.disposition === 'repair' ? row.milli : 0));
}

export function isOnBench(books: Facts, found: Return): boolean {
  return found.lines.some(({ id }) => onBenchMilli(books, found, id) > 0);
}

/** Units that have come or may still come. */
export function expectedMilli(books: Facts, { id, milli }: ReturnLine): number {
  return milli - sum(books.releases, (row) => (row.lineId === id ? row.milli : 0));
}

/** Units of a line that stay taken from its sale line: all that came or may come, less what went back. */
function claimedMilli(books: Facts, line: ReturnLine): number {
  return expectedMilli(books, line) - figuresOf(books, line.id).sentBackMilli;
}

export function linesOfSaleLine(books: Facts, saleLine: SaleLine): ReturnLine[] {
  return books.returns.flatMap(({ lines }) => lines.filter((line) => line.saleLine?.id === saleLine.id));
}

export function returnedMilli(books: Facts, saleLine: SaleLine): number {
  return sum(linesOfSaleLine(books, saleLine), (line) => claimedMilli(books, line));
}

export type Credited = { readonly milli: number; readonly cents: number; readonly taxCents: number };

export function creditedOf(books: Facts, saleLine: SaleLine): Credited {
  const lines = books.notes.flatMap((note) => note.lines.filter(({ saleLineId }) => saleLineId === saleLine.id));
  return {
    milli: sum(lines, ({ milli }) => milli),
    cents: sum(lines, ({ cents }) => cents),
    taxCents: sum(lines, ({ taxCents }) => taxCents),
  };
}

export function paidOf(books: Facts, note: Note): number {
  return sum(books.payouts, (payout) => (payout.note.id === note.id ? payout.cents : 0));
}

export function notesOf(books: Facts, returnId: number): Note[] {
  return books.notes.filter((note) => note.returnId === returnId);
}

/** Credited, and not paid out because a payout was taken back. */
export function unpaidCents(books: Facts, returnId: number): number {
  return sum(notesOf(books, returnId), (note) => note.totalCents - paidOf(books, note));
}

/** What a tender of a sale has given back over all its returns. */
export function givenBackCents(books: Facts, sale: Sale, tender: Tender): number {
  const ofSale = new Set(books.returns.filter((row) => row.sale?.id === sale.id).map(({ id }) => id));
  return sum(books.payouts, (payout) =>
    payout.tender === tender && ofSale.has(payout.note.returnId) ? payout.originalCents : 0,
  );
}

export type Balance = { readonly milli: number; readonly cents: number; readonly unknownMilli: number };

/** What lies in a place. A move of nothing within a place gave its unknown units a value. */
export function balanceOf(books: Facts, sku: string, place: Place): Balance {
  let [milli, cents, unknownMilli] = [0, 0, 0];
  for (const move of books.moves) {
    if (move.sku !== sku) continue;
    if (move.from === place) {
      milli -= move.milli;
      cents -= move.fromCents;
      unknownMilli -= move.unknownMilli;
    }
    if (move.to === place) {
      milli += move.milli;
      cents += move.toCents;
      unknownMilli += move.milli === 0 ? 0 : move.unknownMilli;
    }
  }
  return { milli, cents, unknownMilli };
}

/** What units that leave a place take with them: those of unknown cost go last, and at nothing. */
export function leaving({ milli: have, cents, unknownMilli: unknown }: Balance, milli: number): Omit<Balance, 'milli'> {
  const knownMilli = have - unknown;
  const fromKnown = Math.min(milli, knownMilli);
  return { cents: knownMilli > 0 ? share(cents, fromKnown, knownMilli) : 0, unknownMilli: milli - fromKnown };
}

export function inTheShop(books: Facts, sku: string): Balance {
  const balances = physicalPlaces.map((place) => balanceOf(books, sku, place));
  return {
    milli: sum(balances, ({ milli }) => milli),
    cents: sum(balances, ({ cents }) => cents),
    unknownMilli: sum(balances, ({ unknownMilli }) => unknownMilli),
  };
}

export function returnById(books: Facts, returnId: number): Return | undefined {
  return books.returns[returnId - 1];
}
