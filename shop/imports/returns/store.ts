import type { Channel, Stage } from '../../../contract/values/words.ts';
import type { ActionContext } from '../../context.ts';
import { takeStep } from '../../returns/steps.ts';
import type { Directory } from '../store/people.ts';
import { announce } from './announce.ts';
import type { Decision } from './decide.ts';
import type { FileReturn } from './gather.ts';
import { type FoundLine, type FoundReturn, findReturn, type Unlinked } from './link.ts';

export type ReturnCounts = {
  returns: number;
  returnLines: number;
  refundedSales: number;
  links: Record<'linked' | 'no-customer' | Unlinked, number>;
  /** Lines whose quantity was worked out from their money. */
  workedOut: number;
  /** Lines of which no amount is said. */
  withoutAmount: number;
};

export function noReturnCounts(): ReturnCounts {
  const links = { linked: 0, 'no-customer': 0, 'no-earlier-sale': 0, 'already-returned': 0, 'too-little-left': 0 };
  return { returns: 0, returnLines: 0, refundedSales: 0, links, workedOut: 0, withoutAmount: 0 };
}

type ToStore = {
  readonly unit: FileReturn;
  readonly directory: Directory;
  readonly counts: ReturnCounts;
};

/** Stores what was decided of a return, within one action. */
export function storeReturn(context: ActionContext, decision: Decision, toStore: ToStore): void {
  const { unit, counts } = toStore;
  switch (decision.is) {
    case 'there':
    case 'left':
    case 'refused':
      return;
    case 'settled':
      addHistory(context, inPlaceOf(context, decision, unit), toStore);
      return;
    case 'given-up':
      addHistory(context, decision.found, toStore);
      return;
    case 'refunded':
      context.store.facts.add('saleRefunds', {
        saleId: decision.saleId,
        cents: decision.cents,
        day: unit.day,
        reference: unit.number,
        at: context.now,
      });
      counts.refundedSales += 1;
      return;
    case 'announced': {
      const found = inPlaceOf(context, decision, unit);
      announce(context, found, { unit, productId: (line) => productOf(context, toStore, line) });
      count(counts, found);
      return;
    }
    case 'agreed':
      takeStep(context, {
        returnId: decision.returnId,
        from: 'requested',
        step: 'approve',
        to: 'approved',
        note: unit.status,
      });
      return;
    case 'cancelled':
      cancelHere(context, decision.returnId, unit);
      return;
  }
}

/** The units that the return before it had claimed are free again once that is cancelled. */
function inPlaceOf(
  context: ActionContext,
  { found, instead }: Decision & { readonly found: FoundReturn; readonly instead?: number },
  unit: FileReturn,
): FoundReturn {
  if (instead === undefined) return found;
  cancelHere(context, instead, unit);
  return findReturn(context.store, unit);
}

function cancelHere(context: ActionContext, returnId: number, { status }: FileReturn): void {
  const head = context.store.returns.head(returnId);
  if (!head) throw new Error(`no return ${returnId}`);
  takeStep(context, { returnId, from: head.stage as Stage, step: 'cancel', to: 'cancelled', note: status });
}

/** What was sold; else the item that the file names, made when it is new. */
function productOf(context: ActionContext, { directory }: ToStore, { productId, line }: FoundLine): number {
  if (productId !== undefined) return productId;
  if (!line.product) throw new Error('a return without an item was not refused');
  return directory.product(context, line.product).id;
}

/** How returns of a platform come in. */
const channel: Channel = 'online';

/** A return that was ended elsewhere: all of it came back and was paid for, or nothing. */
function addHistory(context: ActionContext, found: FoundReturn, toStore: ToStore): void {
  const { unit, directory, counts } = toStore;
  const { store } = context;
  const sale = found.saleId === undefined ? undefined : store.sales.byId(found.saleId);
  const returnId = store.facts.add('returns', {
    number: unit.number,
    origin: 'import',
    saleId: null,
    customerId: sale?.customerId ?? directory.customer(context, unit.person),
    channel,
    want: 'refund',
    day: unit.day,
    openedAt: unit.at,
    verdictOutcome: 'review',
    verdictRules: '[]',
    stage: 'draft',
    dueAt: null,
    courier: unit.courier || null,
    waybill: unit.waybill || null,
    saleNumber: unit.saleNumber,
  });
  const isOver = unit.state === 'closed';
  // What was given up is so before its lines are written: nothing of them came back.
  if (isOver) addStep(context, { returnId, to: 'cancelled', note: unit.status });
  let leftCents = found.saleId === undefined ? 0 : roomOf(context, found.saleId);
  found.lines.forEach((one, index) => {
    leftCents -= addLine(context, { returnId, lineNo: index + 1, one, leftCents, toStore });
  });
  if (!isOver) addStep(context, { returnId, to: 'closed', note: unit.status });
  count(counts, found);
}

/** What of a sale may still be given back, beside what files say was given back already. */
function roomOf({ store }: ActionContext, saleId: number): number {
  const { totalCents, refundedCents, creditedCents } = store.fileReturns.money(saleId);
  return Math.max(totalCents - refundedCents - creditedCents, 0);
}

type ToAdd = {
  readonly returnId: number;
  readonly lineNo: number;
  readonly one: FoundLine;
  readonly leftCents: number;
  readonly toStore: ToStore;
};

/** Gives how much of what was paid for the sale it uses up. */
function addLine(context: ActionContext, { returnId, lineNo, one, leftCents, toStore }: ToAdd): number {
  const { facts } = context.store;
  const { line, milli, links } = one;
  const { state, goods } = toStore.unit;
  // Goods that went out again were exchanged or mended: what was paid for them stays paid.
  const isPaidBack = state === 'finished' && goods !== 'exchange' && goods !== 'repair';
  const shares = typeof links === 'string' || !isPaidBack ? [] : capped(links, leftCents);
  const usedCents = shares.reduce((sum, { shareCents }) => sum + shareCents, 0);
  const givenCents = (line.amountCents ?? usedCents) + line.alsoCents;
  const returnLineId = facts.add('returnLines', {
    returnId,
    lineNo,
    productId: productOf(context, toStore, one),
    reason: line.reason,
    note: line.note || null,
    requestedMilli: milli,
    fileAmountCents: state === 'finished' ? givenCents : 0,
    unlinked: isPaidBack && typeof links === 'string' ? links : null,
  });
  for (const { saleLineId, milli: quantityMilli, shareCents: fileShareCents } of shares)
    facts.add('returnLinks', { returnLineId, saleLineId, quantityMilli, fileShareCents });
  if (line.amountCents === undefined && isPaidBack) toStore.counts.withoutAmount += 1;
  return usedCents;
}

/** The same units, with no more money than is left. */
function capped(links: Exclude<FoundLine['links'], string>, leftCents: number): typeof links {
  let left = leftCents;
  return links.map((link) => {
    const shareCents = Math.min(link.shareCents, left);
    left -= shareCents;
    return { ...link, shareCents };
  });
}

function addStep(
  context: ActionContext,
  { returnId, to, note }: { readonly returnId: number; readonly to: Stage; readonly note: string },
): void {
  const { now, person } = context;
  context.store.facts.add('returnSteps', {
    returnId,
    step: 'import',
    fromStage: 'draft',
    toStage: to,
    at: now,
    person,
    note: note || null,
  });
}

function count(counts: ReturnCounts, { lines }: FoundReturn): void {
  counts.returns += 1;
  counts.returnLines += lines.length;
  for (const { links, isWorkedOut } of lines) {
    counts.links[typeof links === 'string' ? links : 'linked'] += 1;
    if (isWorkedOut) counts.workedOut += 1;
  }
}
