import type { CheckAnswer, Extra, Return, ReturnLine } from '../../contract/api/return-shape.ts';
import { asPriceE4, formatPrice } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { ReturnLineRow, ReturnRow } from '../../db/queries/returns.ts';
import type { ActionContext, ReadContext } from '../context.ts';
import { isGiven } from '../refunds/extras.ts';
import { customerView } from '../sales/customer.ts';

/** Where it is seen from; within an action also by whom. */
type Seen = Pick<ReadContext, 'store'> & Partial<Pick<ActionContext, 'actor'>>;

/** The return as the contract shows it. Throws when there is none: callers have looked before. */
export function viewReturn(context: Seen, returnId: number): Return {
  const row = context.store.returns.byId(returnId);
  if (!row) throw new Error(`no return ${returnId}`);
  return viewRow(context, row);
}

export function viewRow({ store, actor }: Seen, row: ReturnRow): Return {
  const steps = store.returns.steps(row.id);
  const creditNotes = store.refunds.creditNotes(row.id);
  const payouts = store.refunds.payouts(row.id);
  const extras = creditNotes.length > 0 ? store.refunds.extras(row.id) : [];
  const graded = store.returns.inspections(row.id);
  // A desk return has the one sale it names; units of one read from a file may come from several.
  const links = row.origin === 'import' ? store.returnLinks.salesOf(row.id) : [];
  const customer = customerView({ code: row.customerCode, name: row.customerName, phone: row.customerPhone });
  const lines = store.returns.lines(row.id).map((line) => ({
    ...viewLine(line, graded),
    creditedFeeCents: feesOf(extras, line.id),
    ...(row.origin === 'import' && viewSales(links, line.id)),
  }));
  return {
    returnId: row.id,
    number: row.number,
    stage: row.stage as Return['stage'],
    origin: row.origin,
    channel: row.channel as Return['channel'],
    want: row.want as Return['want'],
    day: row.day,
    ...(row.saleId !== null && {
      sale: { saleId: row.saleId, number: row.saleNumber ?? '', soldAt: row.soldAt ?? '' },
    }),
    ...(row.matchedSaleId !== null && { matched: true }),
    ...(customer && { customer }),
    ...viewParcel(row),
    verdict: {
      outcome: row.verdictOutcome as Return['verdict']['outcome'],
      rules: JSON.parse(row.verdictRules),
      ...(row.verdictTerms !== null && { terms: JSON.parse(row.verdictTerms) }),
      ...(row.policyName !== null && { policy: row.policyName }),
    },
    lines,
    steps: steps.map((step, index) => ({
      ...viewStep(step),
      // Agreed was to all of one event: its last step says so.
      ...(steps[index + 1]?.hash !== step.hash && agreedTo(step, actor?.approver?.person)),
    })),
    ...(row.dueAt !== null && { dueAt: row.dueAt }),
    creditNotes: creditNotes.map(({ id, number, day, totalCents }) => ({
      number,
      day,
      totalCents,
      extras: extras.filter(({ creditNoteId }) => creditNoteId === id).map(viewExtra),
    })),
    payouts: payouts.map(viewPayout),
    // A return read from a file has no credit note here: its lines say what was given back.
    creditedCents: row.origin === 'import' ? sumOf(lines) : creditNotes.reduce((sum, note) => sum + note.totalCents, 0),
    paidOutCents: payouts.reduce((sum, payout) => sum + payout.amountCents, 0),
    fingerprint: steps.at(-1)?.hash ?? '',
  };
}

type StepRow = ReturnType<ReadContext['store']['returns']['steps']>[number];

function viewStep({ step, toStage, at, person, note }: StepRow): Return['steps'][number] {
  return { step, stage: toStage as Return['stage'], at, person, ...(note !== null && { note }) };
}

/** `now`: who agrees to what is being done, because the event of a step taken just now is not written yet. Who decided is the person of the step already. */
function agreedTo({ hash, approver, person }: StepRow, now: string | undefined): { approver?: string } {
  const by = hash === null ? now : (approver ?? undefined);
  return by === undefined || by === person ? {} : { approver: by };
}

function sumOf(lines: readonly ReturnLine[]): number {
  return lines.reduce((sum, line) => sum + line.creditedCents, 0);
}

function viewParcel({ signedOn, visit, courier, waybill, freightCents }: ReturnRow): Partial<Return> {
  return {
    ...(signedOn !== null && { signedOn }),
    ...(visit !== null && { visit }),
    ...(courier !== null && { courier }),
    ...(waybill !== null && { waybill }),
    ...(freightCents !== null && { freightCents }),
  };
}

type ExtraRow = ReturnType<ReadContext['store']['refunds']['extras']>[number];

function viewExtra({ kind, returnLineId, cents, taxCents, note }: ExtraRow): Extra {
  return {
    kind: kind as Extra['kind'],
    ...(returnLineId !== null && { returnLineId }),
    cents,
    taxCents,
    ...(note !== null && { note }),
  };
}

/** Kept of a line by all credit notes. */
function feesOf(extras: readonly ExtraRow[], returnLineId: number): number {
  return extras
    .filter((extra) => extra.returnLineId === returnLineId && !isGiven(extra.kind as Extra['kind']))
    .reduce((sum, { cents }) => sum + cents, 0);
}

type PayoutRow = ReturnType<ReadContext['store']['refunds']['payouts']>[number];

function viewPayout(payout: PayoutRow): Return['payouts'][number] {
  const { number, creditNote, amountCents, day, reference, voidedBy, voids } = payout;
  return {
    number,
    creditNote,
    tender: payout.tender as Return['payouts'][number]['tender'],
    amountCents,
    day,
    ...(reference !== null && { reference }),
    ...(voidedBy !== null && { voidedBy }),
    ...(voids !== null && { voids }),
    ...(payout.exchangeSaleId !== null && {
      exchange: { saleId: payout.exchangeSaleId, number: payout.exchangeNumber ?? '' },
    }),
    ...(payout.storeCredit !== null && { storeCredit: payout.storeCredit }),
  };
}

type LinkRow = ReturnType<ReadContext['store']['returnLinks']['salesOf']>[number];

function viewSales(links: readonly LinkRow[], returnLineId: number): Pick<ReturnLine, 'sales'> {
  const own = links.filter((link) => link.returnLineId === returnLineId);
  if (own.length === 0) return {};
  return {
    sales: own.map(({ saleId, number, quantityMilli }) => ({ saleId, number, quantity: fromMilli(quantityMilli) })),
  };
}

type GradedRow = ReturnType<ReadContext['store']['returns']['inspections']>[number];

function viewLine(line: ReturnLineRow, graded: readonly GradedRow[]): Omit<ReturnLine, 'creditedFeeCents'> {
  return {
    returnLineId: line.id,
    ...(line.saleLineId !== null && line.linkCount === 1 && { saleLineId: line.saleLineId }),
    sku: line.sku,
    name: line.name,
    ...(line.spec !== null && { spec: line.spec }),
    ...(line.unit !== null && { unit: line.unit }),
    ...(line.unitPriceE4 !== null && { unitPrice: formatPrice(asPriceE4(line.unitPriceE4)) }),
    quantity: fromMilli(line.requestedMilli),
    receivedQuantity: fromMilli(line.receivedMilli),
    inspectedQuantity: fromMilli(line.inspectedMilli),
    sentBackQuantity: fromMilli(line.sentBackMilli),
    waivedQuantity: fromMilli(line.waivedMilli),
    creditedQuantity: fromMilli(line.creditedMilli),
    creditedCents: line.creditedCents,
    creditedTaxCents: line.creditedTaxCents,
    reason: line.reason,
    ...(line.note !== null && { note: line.note }),
    ...(line.condition !== null && { condition: line.condition }),
    ...(line.missing !== null && { missing: JSON.parse(line.missing) as string[] }),
    ...(line.serial !== null && { serial: line.serial }),
    ...(line.batch !== null && { batch: line.batch }),
    ...(line.valueCents !== null && { valueCents: line.valueCents }),
    ...(line.unlinked !== null && { unlinked: line.unlinked as NonNullable<ReturnLine['unlinked']> }),
    inspections: graded
      .filter((row) => row.returnLineId === line.id)
      .map(({ quantityMilli, grade, disposition, writeDownCents, note, at, person, twin, checklist }) => ({
        quantity: fromMilli(quantityMilli),
        grade: grade as ReturnLine['inspections'][number]['grade'],
        disposition: disposition as ReturnLine['inspections'][number]['disposition'],
        writeDownCents,
        ...(note !== null && { note }),
        at,
        person,
        ...(twin !== null && { twin }),
        ...(checklist !== null && { checklist: JSON.parse(checklist) as CheckAnswer[] }),
      })),
  };
}
