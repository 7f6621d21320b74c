import type { Settings } from '../../../contract/api/settings.ts';
import type { Input } from '../../../contract/api.ts';
import type { Grade } from '../../../contract/values/words.ts';

type Figure = number | undefined;
/** What a repair of one kind of goods usually costs, as it is typed. */
export type RepairCost = { category: string; cents: Figure };
export type BenchValues = Record<Grade, Figure> & {
  afterDays: Figure;
  percentPerMonth: Figure;
  supplierPercent: Figure;
  repairDueHours: Figure;
  makeTwins: boolean;
  repairCosts: RepairCost[];
};

export function readBench(settings: Settings): BenchValues {
  const { gradePercent, ageing, supplierPercent, repairDueHours, makeTwins, repairCosts } = settings;
  return {
    ...gradePercent,
    ...ageing,
    supplierPercent,
    repairDueHours,
    makeTwins,
    repairCosts: structuredClone(repairCosts),
  };
}

/** What to send; nothing while a figure is missing. A repair cost that is empty is none. */
export function writeBench(values: BenchValues): Input<'settings.set'> | undefined {
  const { A, B, C, afterDays, percentPerMonth, supplierPercent, repairDueHours, makeTwins } = values;
  if (A === undefined || B === undefined || C === undefined) return undefined;
  if (afterDays === undefined || percentPerMonth === undefined) return undefined;
  if (supplierPercent === undefined || repairDueHours === undefined) return undefined;
  const repairCosts = values.repairCosts.flatMap(({ category, cents }) =>
    cents === undefined ? [] : [{ category, cents }],
  );
  const ageing = { afterDays, percentPerMonth };
  return { gradePercent: { A, B, C }, ageing, supplierPercent, repairDueHours, makeTwins, repairCosts };
}
