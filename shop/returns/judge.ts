import type { ParsedInput } from '../../contract/api.ts';
import type { SaleWorkLine } from '../../db/queries/sales.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { afterCredit, type Credit } from '../refunds/amounts.ts';
import { type ExchangeOwed, planExchange, viewExchange } from '../refunds/exchange.ts';
import { type ExtraRefusal, isGiven, type SettledExtra, settleExtras } from '../refunds/extras.ts';
import { creditWithin, roomOf } from '../refunds/room.ts';
import { type Ways, waysToPay } from '../refunds/settle-tenders.ts';
import { type QuotedCredit, standingExtras } from '../refunds/standing-extras.ts';
import { Refused } from '../refused.ts';
import { type Plan, planReturn } from './plan.ts';

type Asked = ParsedInput<'returns.judge'>;

/** The verdict and the money of a return that is being typed, as if it were taken in and credited now. */
export const judgeReturn: ReadHandler<'returns.judge'> = (context, input) => {
  const plan = planReturn(context, input);
  if (plan instanceof Refused) return plan;
  const saleLines = new Map(
    plan.sale ? context.store.sales.workLines(plan.sale.id).map((line) => [line.id, line]) : [],
  );
  const roomCents = roomOf(context, plan.sale?.id);
  const credits = creditsOf(plan, { ...input, roomCents }, saleLines);
  const settled = extrasOf(context, { plan, input, saleLines, credits, roomCents });
  if (settled instanceof Refused) return settled;
  const creditCents = credits.reduce((sum, { credit }) => sum + credit.cents, 0);
  const totalCents = settled.extras.reduce(
    (sum, { kind, cents }) => sum + (isGiven(kind) ? cents : -cents),
    creditCents,
  );
  const ways: Ways = {
    originals: plan.sale ? context.store.sales.tenders(plan.sale.id) : [],
    onlyTenders: plan.sale ? undefined : (plan.verdict.terms?.noReceiptTenders ?? ['store-credit']),
    fallback: context.settings.fallbackTenders,
  };
  const wantsStoreCredit = input.want === 'store-credit';
  const owed: ExchangeOwed = {
    totalCents,
    wantsStoreCredit,
    returned: credits.map(({ saleLine, credit }) => ({ unitPriceE4: saleLine?.unitPriceE4, ...credit })),
  };
  return {
    verdict: plan.verdict,
    lines: credits.map(({ saleLine, credit }) => ({
      ...(saleLine && { saleLineId: saleLine.id }),
      goodsCents: credit.cents - credit.taxCents,
      taxCents: credit.taxCents,
    })),
    extras: settled.proposed.map(({ kind, line, cents, taxCents }) => ({
      kind,
      ...(line !== undefined && { line }),
      cents,
      taxCents,
    })),
    totalCents,
    tenders: waysToPay(totalCents, { ...ways, wantsStoreCredit }),
    noReceipt: ways.onlyTenders !== undefined,
    ...(input.exchange?.length && {
      exchange: viewExchange(planExchange(context, input.exchange, { owed, ways }), owed),
    }),
  };
};

/** Changes `saleLines`: each as it stands after the credit. */
function creditsOf(
  plan: Plan,
  { values = [], roomCents }: Asked & { readonly roomCents: number },
  saleLines: Map<number, SaleWorkLine>,
): QuotedCredit[] {
  const creditOf = creditWithin(roomCents);
  return plan.lines.map(({ line: lineNo, saleLine, milli }) => {
    const before = saleLine && saleLines.get(saleLine.id);
    if (before) {
      const credit = creditOf(before, Math.min(milli, before.quantityMilli - before.creditedMilli));
      saleLines.set(before.id, afterCredit(before, credit));
      return { lineNo, saleLine: before, credit };
    }
    const value = values.find(({ line }) => line === lineNo);
    const [cents, taxCents] = [value?.valueCents ?? 0, value?.taxCents ?? 0];
    const credit: Credit = { milli, cents, taxCents: Math.min(taxCents, cents) };
    return { lineNo, saleLine: undefined, credit };
  });
}

type Settling = {
  readonly plan: Plan;
  readonly input: Asked;
  readonly saleLines: ReadonlyMap<number, SaleWorkLine>;
  readonly credits: readonly QuotedCredit[];
  readonly roomCents: number;
};

function extrasOf(
  context: ReadContext,
  { plan, input, saleLines, credits, roomCents }: Settling,
): { readonly proposed: readonly SettledExtra[]; readonly extras: readonly SettledExtra[] } | Refused<ExtraRefusal> {
  const creditCents = credits.reduce((sum, { credit }) => sum + credit.cents, 0);
  const { proposed, deliveryLeftCents } = standingExtras(context, {
    saleId: plan.sale?.id ?? null,
    lineIds: [],
    creditedBefore: false,
    lines: credits,
    saleLines,
    roomCents: roomCents - creditCents,
    terms: plan.verdict.terms,
    deliveryCents: plan.sale?.deliveryCents ?? 0,
    freightCents: input.freightCents ?? 0,
  });
  const settled = settleExtras(input.extras, proposed, { creditCents, deliveryLeftCents });
  return settled instanceof Refused ? settled : { proposed, extras: settled.extras };
}
