import type { Day } from '../../../contract/values/days.ts';
import { fromMilli } from '../../../contract/values/quantity.ts';
import type { Want } from '../../../contract/values/words.ts';
import type { ActionContext } from '../../context.ts';
import { refuseClosedMonth } from '../../months/open-month.ts';
import { Refused } from '../../refused.ts';
import { openPlanned } from '../../returns/open.ts';
import { type Plan, planOn } from '../../returns/plan.ts';
import type { AskedLine } from '../../returns/plan-lines.ts';
import { takeStep } from '../../returns/steps.ts';
import type { FileReturn } from './gather.ts';
import type { FoundLine, FoundReturn } from './link.ts';

type ToAnnounce = {
  readonly unit: FileReturn;
  /** Of a line; made when it is new. */
  readonly productId: (line: FoundLine) => number;
};

/**
 * A return that is under way on a platform becomes one of this desk: opened as any other, judged by the policy on the day it was asked for,
 * and found by its waybill when the parcel comes. What the platform has agreed to is agreed to here; a status that nobody knows waits for
 * somebody to look.
 */
export function announce(context: ActionContext, found: FoundReturn, { unit, productId }: ToAnnounce): void {
  const plan = heldPlan(planOf(context, found, { unit, productId }), unit);
  const { number, person, courier, waybill, state, status } = unit;
  const opened = openPlanned(context, plan, {
    channel: waybill === '' ? 'online' : 'parcel',
    want: wantOf(unit),
    ...(person && { customer: { code: person.code, name: person.name, phone: person.phone } }),
    ...(courier !== '' && { courier }),
    ...(waybill !== '' && { waybill }),
    reference: number,
  });
  if (opened.stage !== 'requested' || (state !== 'agreed' && state !== 'sent')) return;
  const { returnId } = opened;
  takeStep(context, { returnId, from: 'requested', step: 'approve', to: 'approved', note: status });
}

const wantOf = ({ goods }: FileReturn): Want => (goods === 'exchange' || goods === 'repair' ? goods : 'refund');

/** Of its sale when all its lines are; else of items alone, which somebody joins to their sale later. */
function planOf(context: ActionContext, found: FoundReturn, { unit, productId }: ToAnnounce): Plan {
  const { store, today } = context;
  // A computer elsewhere may be a day ahead.
  const isAhead = unit.day > today;
  const askedOn = isAhead ? today : unit.day;
  const sale = found.saleId === undefined ? undefined : store.sales.byId(found.saleId);
  const isOfSale = sale !== undefined && found.lines.every(({ links }) => typeof links !== 'string');
  const lines = found.lines.flatMap((line): AskedLine[] => {
    const { reason, note } = line.line;
    const said = { reason, ...(note !== '' && { note }) };
    if (isOfSale && typeof line.links !== 'string')
      return line.links.map(({ saleLineId, milli }) => ({ ...said, saleLineId, quantity: fromMilli(milli) }));
    const sku = store.catalog.productById(productId(line))?.sku;
    return [{ ...said, ...(sku !== undefined && { sku }), quantity: fromMilli(line.milli) }];
  });
  const asked = { want: wantOf(unit), ...(unit.person && { customer: unit.person }), lines };
  const plan = planOn(context, { asked, sale: isOfSale ? sale : undefined, day: askedOn, unasked: true });
  // Every line was held against what is left of its sale just now.
  if (plan instanceof Refused)
    throw new Error(`a return of a file was refused: ${plan.code} ${JSON.stringify(plan.data)}`);
  return { ...plan, day: openDay(context, askedOn) };
}

/** A document is of a day whose month is open. */
function openDay(context: ActionContext, day: Day): Day {
  return refuseClosedMonth(context, day) ? context.today : day;
}

function heldPlan(plan: Plan, { state, status }: FileReturn): Plan {
  if (state !== 'unknown') return plan;
  const { verdict } = plan;
  return {
    ...plan,
    verdict: {
      ...verdict,
      outcome: verdict.outcome === 'accept' ? 'review' : verdict.outcome,
      rules: [...verdict.rules, { rule: 'platform', outcome: 'review', data: { status } }],
    },
  };
}
