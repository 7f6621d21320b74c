import { type Day, laterDay } from '../../../contract/values/days.ts';
import { dayIn } from '../../clock.ts';
import { dateReader } from '../../imports/rows/dates.ts';

/** The days that a bill speaks for. */
export type BillDays = { readonly from: Day; readonly to: Day };

const moment = String.raw`[[［]?\s*(\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)\s*[\]］]?`;
const begins = new RegExp(String.raw`起始(?:日期|时间)[:：]\s*${moment}`);
const ends = new RegExp(String.raw`终止(?:日期|时间)[:：]\s*${moment}`);
const written = new RegExp(String.raw`导出时间[:：]\s*${moment}`);

type Asked = {
  /** What is written above and below the rows. */
  readonly around: readonly string[];
  /** The days of all rows. */
  readonly days: Iterable<Day>;
  readonly timeZone: string;
  readonly today: Day;
};

/**
 * From when to when a bill tells everything: as it says itself, an end at midnight being the end of the day before, and never beyond the day on
 * which it was written; else from its first row to its last. Nothing when it says neither.
 */
export function billDays({ around, days, timeZone, today }: Asked): BillDays | undefined {
  const readTime = dateReader('Asia/Shanghai');
  const text = around.join('\n').normalize('NFKC');
  const said = (pattern: RegExp, shiftMs = 0): Day | undefined => {
    const read = readTime(pattern.exec(text)?.[1] ?? '');
    return read.problem === undefined ? dayIn(timeZone, new Date(read.value.ms + shiftMs).toISOString()) : undefined;
  };
  const found = [...days].toSorted();
  const [first, last] = [found[0], found.at(-1)];
  const from = earliest(said(begins), first);
  const limit = said(written) ?? today;
  const end = said(ends, -1000);
  const to = latest(end !== undefined && end > limit ? limit : end, last);
  if (from === undefined || to === undefined) return undefined;
  return { from, to: laterDay(from, to) };
}

const earliest = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  [one, other].filter(isSaid).toSorted()[0];
const latest = (one: Day | undefined, other: Day | undefined): Day | undefined =>
  [one, other].filter(isSaid).toSorted().at(-1);
const isSaid = (day: Day | undefined): day is Day => day !== undefined;
