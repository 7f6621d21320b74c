import type { Verdict } from '../../contract/api/return-shape.ts';
import type { Customer } from '../../contract/api/sales.ts';
import { addDays, type Day } from '../../contract/values/days.ts';
import type { Want } from '../../contract/values/words.ts';
import type { SaleLineRow, SaleRow } from '../../db/queries/sales.ts';
import type { ActionContext, ReadContext } from '../context.ts';
import type { PlannedLine } from '../returns/plan-lines.ts';
import { knownCustomer } from '../sales/customer.ts';
import { speaksOfRefund } from '../sales/refund-words.ts';
import type { Judged, JudgedLine, Looking } from './case.ts';
import { isFault } from './faults.ts';
import { rulesInForce } from './in-force.ts';
import { judge } from './judge.ts';
import { goodsLooking, serialOf } from './looked-up.ts';

export type CaseToJudge = {
  readonly day: Day;
  readonly want?: Want | undefined;
  /** The day the customer signed for the goods; the sale's own when left out. */
  readonly signedOn?: Day | undefined;
  readonly customer?: Customer | string | undefined;
  readonly sale: SaleRow | undefined;
  readonly saleLines: readonly SaleLineRow[];
  readonly lines: readonly PlannedLine[];
};

export type Judgement = { readonly verdict: Verdict; readonly policyId: number | undefined };

/** What the rules in force on the day of the sale say of a case; without a sale those of the return's own day. */
export function judgeCase(context: ReadContext, toJudge: CaseToJudge): Judgement {
  const { day, sale } = toJudge;
  const { policyId, name, rules } = rulesInForce(context, sale?.day ?? day);
  const verdict = judge(rules, judgedOf(context, toJudge));
  return { verdict: { ...verdict, ...(name !== undefined && { policy: name }) }, policyId };
}

function judgedOf(context: ReadContext, toJudge: CaseToJudge): Judged {
  const { day, want, sale, saleLines, signedOn } = toJudge;
  return {
    day,
    want: want ?? 'refund',
    ...(sale && {
      sale: {
        day: sale.day,
        signedOn: signedOn ?? sale.signedOn,
        channel: sale.channel,
        lines: saleLines,
        ...refundsElsewhere(context, sale.id),
      },
    }),
    lines: toJudge.lines.map((line) => judgedLine(context, line)),
    isFault: (reason) => isFault(context.settings, reason),
    looking: lookingInto(context, toJudge),
  };
}

function refundsElsewhere({ store }: ReadContext, saleId: number) {
  const { refundedCents, status } = store.saleNews.of(saleId);
  return { refundedCents, refundStatus: status !== null && speaksOfRefund(status) ? status : undefined };
}

function judgedLine(context: ReadContext, line: PlannedLine): JudgedLine {
  const { productId, sku, reason, milli, condition, missing, saleLine } = line;
  // Where the product has no list of what belongs to it, an empty answer is none.
  const looked = missing.length > 0 || (saleLine?.accessories ?? null) !== null;
  return {
    productId,
    sku,
    reason,
    askedMilli: milli,
    condition: condition ?? undefined,
    missing: looked ? missing : undefined,
    serial: saleLine?.tracking === 'serial' ? serialOf(context.store, saleLine.id, line.serial) : undefined,
    sold: saleLine,
  };
}

/** What rules look at beside the case, read when one of them asks. */
function lookingInto(context: ReadContext, { day, sale, customer }: CaseToJudge): Looking {
  const { store } = context;
  return {
    ...goodsLooking(store, day),
    customerReturns: (days) => {
      const customerId = knownCustomer(context, customer) ?? sale?.customerId ?? undefined;
      if (customerId === undefined) return undefined;
      return store.policy.returnsOfCustomer(customerId, { from: addDays(day, -days), to: day });
    },
    clerkCents: () => store.policy.givenBackBy({ person: personOf(context), day: context.today }),
  };
}

/** A verdict over the past is nobody's who acts on it now: it is judged as for the owner. */
function personOf(context: ReadContext | ActionContext): string {
  return 'person' in context ? context.person : 'owner';
}
