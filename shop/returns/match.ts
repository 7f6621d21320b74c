import type { Terms } from '../../contract/api/return-shape.ts';
import type { ParsedInput } from '../../contract/api.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import type { Channel, Stage, Want } from '../../contract/values/words.ts';
import type { ReturnLineRow, ReturnRow } from '../../db/queries/returns.ts';
import type { SaleRow } from '../../db/queries/sales.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { Refused, refuse } from '../refused.ts';
import { approverOf } from '../staff/decider.ts';
import { loadForStep } from './load.ts';
import { type Plan, planOn } from './plan.ts';
import type { AskedLine } from './plan-lines.ts';
import { recordStep, takeStep } from './steps.ts';
import { refuseSerialOf } from './units.ts';
import { viewReturn } from './view.ts';

type Asked = ParsedInput<'returns.match'>;
type Approval = Asked['approve'];

/** Joins goods that came without their sale to the one they are of; the policy judges them anew, as on the day they came. */
export const matchReturn: ActionHandler<'returns.match'> = (context, input) => {
  const found = loadForMatch(context, input);
  if (found instanceof Refused) return found;
  const { row, sale, lines } = found;
  const plan = planMatch(context, { row, sale, lines, named: input.lines ?? [] });
  if (plan instanceof Refused) return plan;
  const refused = refuseReceivedSerials(context, lines, plan) ?? refuseVerdict(row, plan, input.approve);
  if (refused) return refused;
  const agreed = plan.verdict.outcome === 'accept' || !input.approve ? 'policy' : approverOf(context, row.id);
  if (agreed instanceof Refused) return agreed;
  writeMatch(context, { row, sale, lines, plan, approve: input.approve, agreed });
  return viewReturn(context, row.id);
};

type Found = { readonly row: ReturnRow; readonly sale: SaleRow; readonly lines: readonly ReturnLineRow[] };

function loadForMatch(context: ActionContext, { returnId, saleId }: Asked) {
  const { store } = context;
  const head = loadForStep(context, returnId, 'match');
  if (head instanceof Refused) return head;
  const row = store.returns.byId(returnId);
  if (!row) return refuse('no-such-return', { return: String(returnId) });
  if (row.saleId !== null) return refuse('already-matched', { number: row.number });
  const closed = refuseClosedMonth(context, context.today);
  if (closed) return closed;
  const sale = store.sales.byId(saleId);
  if (!sale) return refuse('no-such-sale', { sale: String(saleId) });
  if (row.day < sale.day) return refuse('return-before-sale', { soldOn: sale.day, returnedOn: row.day });
  const lines = store.returns.lines(returnId);
  const valued = lines.find(({ valueCents }) => valueCents !== null);
  if (valued) return refuse('line-has-value', { line: valued.lineNo, sku: valued.sku });
  return { row, sale, lines };
}

type ToPlan = Found & { readonly named: NonNullable<Asked['lines']> };

/** Every line must be one that the sale sold. */
function planMatch(context: ActionContext, { row, sale, lines, named }: ToPlan) {
  const saleLines = context.store.sales.lines(sale.id);
  for (const [index, { returnLineId, saleLineId }] of named.entries()) {
    if (!lines.some(({ id }) => id === returnLineId))
      return refuse('no-such-return-line', { line: index + 1, returnLineId });
    if (!saleLines.some(({ id }) => id === saleLineId))
      return refuse('no-such-sale-line', { line: index + 1, saleLineId });
  }
  const asked: AskedLine[] = [];
  for (const line of lines) {
    const saleLineId = named.find(({ returnLineId }) => returnLineId === line.id)?.saleLineId;
    const fits = saleLines.some(
      (sold) => sold.productId === line.productId && (saleLineId === undefined || sold.id === saleLineId),
    );
    if (!fits) return refuse('line-does-not-fit', { line: line.lineNo, sku: line.sku });
    asked.push(askedAgain(line, saleLineId));
  }
  const plan = planOn(context, {
    asked: {
      want: row.want as Want,
      ...(row.signedOn !== null && { signedOn: row.signedOn }),
      channel: row.channel as Channel,
      lines: asked,
    },
    sale,
    day: row.day,
    unasked: true,
  });
  return plan instanceof Refused ? onlyOfMatch(plan) : plan;
}

function askedAgain(line: ReturnLineRow, saleLineId: number | undefined): AskedLine {
  return {
    ...(saleLineId === undefined ? { sku: line.sku } : { saleLineId }),
    quantity: fromMilli(line.requestedMilli),
    reason: line.reason,
    ...(line.note !== null && { note: line.note }),
    ...(line.condition !== null && { condition: line.condition }),
    ...(line.missing !== null && { missing: JSON.parse(line.missing) as string[] }),
    ...(line.serial !== null && { serial: line.serial }),
    ...(line.batch !== null && { batch: line.batch }),
  };
}

type MatchRefusal = 'over-sold-quantity' | 'serial-not-sold' | 'serial-back-already';
const ofMatch: readonly string[] = [
  'over-sold-quantity',
  'serial-not-sold',
  'serial-back-already',
] satisfies MatchRefusal[];

/** The lines were planned before, and are all of the sale: nothing else can be wrong with them. */
function onlyOfMatch(refused: Refused): Refused<MatchRefusal> {
  if (ofMatch.includes(refused.code)) return refused as unknown as Refused<MatchRefusal>;
  throw new Error(`a match was refused half-way: ${refused.code} ${JSON.stringify(refused.data)}`);
}

/** Numbers that were read only when the goods were here must be of the sale, too. */
function refuseReceivedSerials(
  context: ActionContext,
  lines: readonly ReturnLineRow[],
  plan: Plan,
): Refused<'serial-not-sold' | 'serial-back-already'> | undefined {
  for (const [index, { id, lineNo, sku, productId, serial: announced }] of lines.entries()) {
    const saleLineId = plan.lines[index]?.saleLine?.id ?? null;
    for (const serial of context.store.units.received(id)) {
      if (serial === announced) continue;
      const refused = refuseSerialOf(context, { line: lineNo, sku, serial, productId, saleLineId, lineId: id });
      if (refused) return refused;
    }
  }
  return undefined;
}

/** Before it is approved a return may still wait for that; goods that are here need the yes at once. */
function refuseVerdict(
  { stage, number }: ReturnRow,
  { verdict }: Plan,
  approve: Approval,
): Refused<'needs-approval' | 'approval-needs-note'> | undefined {
  if (verdict.outcome === 'accept') return undefined;
  if (!approve) return stage === 'requested' ? undefined : refuse('needs-approval', { number });
  return verdict.outcome === 'reject' && !approve.note ? refuse('approval-needs-note', { number }) : undefined;
}

type Match = Found & { readonly plan: Plan; readonly approve: Approval; readonly agreed: string };

const noTerms: Terms = { freight: 'customer', delivery: 'never', withoutGoods: false, fees: [] };

function writeMatch(context: ActionContext, { row, sale, lines, plan, approve, agreed }: Match): void {
  const { facts } = context.store;
  const note = approve?.note;
  const { verdict } = plan;
  facts.add('returnMatches', {
    returnId: row.id,
    saleId: sale.id,
    verdictOutcome: verdict.outcome,
    verdictRules: JSON.stringify(verdict.rules),
    verdictTerms: JSON.stringify(verdict.terms ?? noTerms),
    note: note || null,
    at: context.now,
    person: context.person,
  });
  for (const [index, { id, requestedMilli }] of lines.entries()) {
    const saleLineId = plan.lines[index]?.saleLine?.id;
    if (saleLineId === undefined) throw new Error(`a line of ${row.number} was matched to no sale line`);
    facts.add('returnLinks', { returnLineId: id, saleLineId, quantityMilli: requestedMilli });
  }
  const stage = row.stage as Stage;
  const isDecided = stage !== 'requested' && verdict.outcome !== 'accept';
  // Goods that are here were agreed to when they were taken in: what the policy says against them is decided on by the match itself.
  const by = isDecided ? { person: agreed } : {};
  recordStep(context, { returnId: row.id, from: stage, step: 'match', to: stage, note, ...by });
  if (stage !== 'requested' || (verdict.outcome !== 'accept' && !approve)) return;
  const why = verdict.outcome === 'accept' ? undefined : note;
  takeStep(context, { returnId: row.id, from: stage, step: 'approve', to: 'approved', note: why, person: agreed });
}
