import type { AnnouncedReturn } from '../../../db/queries/file-returns.ts';
import type { ReadStore } from '../../../db/store.ts';
import type { ProblemCode } from '../kinds/kind.ts';
import type { FileReturn } from './gather.ts';
import { type FoundReturn, findReturn } from './link.ts';

/** What a return of a file is to the shop. `instead` is a return of this desk that it takes the place of. */
export type Decision =
  /** All of it is there. */
  | { readonly is: 'there' }
  /** The platform ended what the desk has begun: money is decided at the desk, somebody must look. */
  | { readonly is: 'left'; readonly warning: 'finished-elsewhere' | 'closed-elsewhere' }
  | { readonly is: 'refused'; readonly code: ProblemCode; readonly field?: 'saleNumber' | 'status' }
  /** The money went back elsewhere: history. */
  | { readonly is: 'settled'; readonly found: FoundReturn; readonly instead?: number }
  /** A part of the money went back, and no goods. */
  | { readonly is: 'refunded'; readonly found: FoundReturn; readonly saleId: number; readonly cents: number }
  /** Given up: nothing came back, and no money went. */
  | { readonly is: 'given-up'; readonly found: FoundReturn }
  /** Under way: the desk waits for its goods. */
  | { readonly is: 'announced'; readonly found: FoundReturn; readonly instead?: number }
  /** The desk's return moves on as the platform says. */
  | { readonly is: 'agreed'; readonly returnId: number }
  | { readonly is: 'cancelled'; readonly returnId: number };

/**
 * A return under way that the platform has finished since is closed by the file only where nothing was done for it here and no parcel is
 * announced: whoever waits for a parcel may still get it, and what is done at the desk is ended at the desk. One that was given up is
 * cancelled here as long as nothing was done. A file older than what is known changes nothing.
 */
export function decide(store: ReadStore, unit: FileReturn): Decision {
  const stored = store.fileReturns.stored(unit.number);
  if (stored) return standing(store, unit, stored);
  const desk = store.fileReturns.announced(unit.number);
  switch (unit.state) {
    case 'finished':
      return finished(store, unit, desk);
    case 'closed':
      return closed(store, unit, desk);
    case 'asked':
    case 'agreed':
    case 'sent':
    case 'unknown':
      return underWay(store, unit, desk);
  }
}

type Stored = NonNullable<ReturnType<ReadStore['fileReturns']['stored']>>;

/** Its content is the day, how many lines, and for how much; quantities where the file says them. */
function standing(store: ReadStore, unit: FileReturn, { id, day, stage }: Stored): Decision {
  const isOver = unit.state === 'finished' || unit.state === 'closed';
  if (!isOver) return { is: 'there' };
  const lines = store.fileReturns.linesOfStored(id);
  const isSame =
    day === unit.day &&
    (stage === 'cancelled') === (unit.state === 'closed') &&
    lines.length === unit.lines.length &&
    unit.lines.every(({ milli, amountCents, alsoCents }, index) => {
      const line = lines[index];
      const isSameMilli = milli === undefined || milli === line?.milli;
      const cents = unit.state === 'closed' ? 0 : (amountCents ?? 0) + alsoCents;
      return isSameMilli && ((amountCents === undefined && stage !== 'cancelled') || cents === line?.fileAmountCents);
    });
  return isSame ? { is: 'there' } : { is: 'refused', code: 'changed-since' };
}

const isWaiting = ({ stage, isTouched }: AnnouncedReturn): boolean =>
  (stage === 'requested' || stage === 'approved') && isTouched === 0;
const isEnded = ({ stage }: AnnouncedReturn): boolean => stage === 'cancelled' || stage === 'rejected';

function finished(store: ReadStore, unit: FileReturn, desk: AnnouncedReturn | undefined): Decision {
  if (desk && !isEnded(desk)) {
    if (desk.stage === 'settled' || desk.stage === 'closed') return { is: 'there' };
    if (!isWaiting(desk) || desk.waybill !== null) return { is: 'left', warning: 'finished-elsewhere' };
  }
  const found = findReturn(store, unit);
  if (found.saleId !== undefined && found.lines.every(({ isMoneyOnly }) => isMoneyOnly))
    return refunded(store, unit, found.saleId, found);
  if (isNameless(found)) return { is: 'refused', code: 'no-such-sale', field: 'saleNumber' };
  return { is: 'settled', found, ...(desk && !isEnded(desk) && { instead: desk.id }) };
}

/**
 * Money beside the goods is told once: by this return, or by the platform's list of orders, whose sum for the order may hold it already.
 */
function refunded(store: ReadStore, unit: FileReturn, saleId: number, found: FoundReturn): Decision {
  const { fileReturns } = store;
  if (fileReturns.hasRefund(saleId, unit.number)) return { is: 'there' };
  const asked = unit.lines.reduce((sum, line) => sum + (line.amountCents ?? 0) + line.alsoCents, 0);
  const { totalCents, refundedCents, creditedCents } = fileReturns.money(saleId);
  const toldOfOrder = refundedCents - fileReturns.namedRefundCents(saleId);
  const cents = Math.min(asked, totalCents - refundedCents - creditedCents);
  return toldOfOrder >= asked || cents <= 0 ? { is: 'there' } : { is: 'refunded', found, saleId, cents };
}

function closed(store: ReadStore, unit: FileReturn, desk: AnnouncedReturn | undefined): Decision {
  if (desk) {
    if (isWaiting(desk)) return { is: 'cancelled', returnId: desk.id };
    return isEnded(desk) || desk.stage === 'settled' || desk.stage === 'closed'
      ? { is: 'there' }
      : { is: 'left', warning: 'closed-elsewhere' };
  }
  const found = findReturn(store, unit);
  return isNameless(found) ? { is: 'refused', code: 'no-such-sale', field: 'saleNumber' } : { is: 'given-up', found };
}

function underWay(store: ReadStore, unit: FileReturn, desk: AnnouncedReturn | undefined): Decision {
  if (unit.goods === 'money-only') return { is: 'refused', code: 'not-decided-yet', field: 'status' };
  const instead = desk && isWaiting(desk) && isNewlySent(unit, desk) ? desk.id : undefined;
  if (desk && instead === undefined) {
    const isLate = desk.stage === 'requested' && (unit.state === 'agreed' || unit.state === 'sent');
    return isLate && isWaiting(desk) ? { is: 'agreed', returnId: desk.id } : { is: 'there' };
  }
  const found = findReturn(store, unit);
  if (isNameless(found)) return { is: 'refused', code: 'no-such-sale', field: 'saleNumber' };
  return { is: 'announced', found, ...(instead !== undefined && { instead }) };
}

/** A parcel by which the waiting return could not be found. */
function isNewlySent({ waybill }: FileReturn, desk: AnnouncedReturn): boolean {
  return waybill !== '' && waybill !== desk.waybill;
}

/** Neither a sale nor the file says what came back. */
function isNameless({ lines }: FoundReturn): boolean {
  return lines.some(({ productId, line }) => productId === undefined && line.product === undefined);
}
