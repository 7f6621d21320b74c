import type { Suggestion } from '../../contract/api/inspection.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import type { Disposition, Grade } from '../../contract/values/words.ts';

/** What the goods could bring is worked out from these alone. Amounts are of all the units asked about. */
export type ToValue = {
  readonly grade: Grade;
  /** What new ones sell for; `null` when nobody knows. */
  readonly priceCents: number | null;
  /** `null` when nobody knows. */
  readonly costCents: number | null;
  readonly gradePercent: Readonly<Record<Grade, number>>;
  readonly ageingDays: number;
  readonly ageing: { readonly afterDays: number; readonly percentPerMonth: number };
  /** `null` when nobody has said what a repair costs: then it is no suggestion. */
  readonly repairCents: number | null;
  readonly supplierPercent: number;
  /** Only goods whose supplier is known can go back to one. */
  readonly hasSupplier: boolean;
};

type Option = Suggestion['options'][number];
type Step = Option['arithmetic'][number];

/** Percents may have decimals: they are taken in thousandths of a percent. */
export function percentOf(amount: number, percent: number): number {
  return shareOf(amount, Math.round(percent * 1000), 100_000);
}

/** How much of their value goods have lost by their age, in percent: nothing for the first days, then so much for each month begun. */
export function ageingPercent({ ageingDays, ageing }: Pick<ToValue, 'ageingDays' | 'ageing'>): number {
  const months = Math.ceil(Math.max(0, ageingDays - ageing.afterDays) / 30);
  return Math.min(100, months * ageing.percentPerMonth);
}

/** What the goods could bring by each way they can go, the best first. Only “send back” is no question of value. Scrap brings nothing. */
export function suggest(goods: ToValue): Suggestion {
  const options = [
    option('resell', saleSteps(goods, goods.grade)),
    ...(goods.repairCents === null
      ? []
      : [option('repair', [...saleSteps(goods, 'A'), { what: 'repair', cents: 0 - goods.repairCents }])]),
    ...(goods.hasSupplier ? [option('supplier', supplierSteps(goods))] : []),
    option('scrap', [{ what: 'scrap' as const, cents: 0 }]),
  ].sort((one, other) => other.valueCents - one.valueCents);
  return { options, best: options[0]?.disposition ?? 'scrap', ageingDays: goods.ageingDays };
}

function option(disposition: Disposition, arithmetic: readonly Step[]): Option {
  return {
    disposition,
    valueCents: arithmetic.reduce((sum, step) => sum + step.cents, 0),
    arithmetic: [...arithmetic],
  };
}

/** Without a price the goods are taken to bring what they cost. */
function saleSteps(goods: ToValue, grade: Grade): Step[] {
  const newCents = goods.priceCents ?? goods.costCents ?? 0;
  const percent = goods.gradePercent[grade];
  const gradedCents = percentOf(newCents, percent);
  const agePercent = ageingPercent(goods);
  return [
    { what: goods.priceCents === null ? 'cost' : 'price', cents: newCents },
    ...(percent === 100 ? [] : [{ what: 'grade' as const, cents: gradedCents - newCents, data: { grade, percent } }]),
    ...(agePercent === 0
      ? []
      : [
          {
            what: 'ageing' as const,
            cents: 0 - percentOf(gradedCents, agePercent),
            data: { days: goods.ageingDays, percent: agePercent },
          },
        ]),
  ];
}

function supplierSteps({ costCents, supplierPercent }: ToValue): Step[] {
  const fullCents = costCents ?? 0;
  const paidCents = percentOf(fullCents, supplierPercent);
  if (paidCents === fullCents) return [{ what: 'cost', cents: fullCents }];
  return [
    { what: 'cost', cents: fullCents },
    { what: 'supplier', cents: paidCents - fullCents, data: { percent: supplierPercent } },
  ];
}
