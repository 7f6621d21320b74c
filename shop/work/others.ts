import type { Output } from '../../contract/api.ts';
import { addDays } from '../../contract/values/days.ts';
import type { OtherWork, Whose } from '../../db/queries/work.ts';
import type { ReadContext } from '../context.ts';
import { hoursToConfirm } from '../red-invoices/view.ts';
import { dayEnds } from './day-end.ts';

export type Other = Output<'returns.worklist'>['others'][number];

const dayMs = 86_400_000;
/** What nobody did for so long is no longer brought up. */
const forgottenAfterDays = 60;
/** More than this of one kind is no list to work through. */
const mostOfAKind = 200;

type Asked = { readonly withinDays: number; readonly whose: Whose };

/** What has a date and is no step of a return, the most overdue first. */
export function otherWork(context: ReadContext, { withinDays, whose }: Asked): Other[] {
  const { store, now, today, settings } = context;
  const at = (days: number): string => new Date(Date.parse(now) + days * dayMs).toISOString();
  const byInstant = store.work
    .byInstant({ since: at(-forgottenAfterDays), until: at(withinDays), limit: mostOfAKind })
    .map((row) => viewed(row, row.kind === 'red-invoice' ? lapsesAt(row.due) : row.due, now));
  const byDay = store.work
    .byDay({ since: addDays(today, -forgottenAfterDays), until: addDays(today, withinDays), limit: mostOfAKind })
    .map((row) => viewed(row, dayEnds(settings.timeZone, row.due), now));
  return [...byInstant, ...byDay]
    .filter(({ assignee }) => whose === undefined || (assignee ?? null) === whose)
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
}

function lapsesAt(requestedAt: string): string {
  return new Date(Date.parse(requestedAt) + hoursToConfirm * 3_600_000).toISOString();
}

function viewed(row: OtherWork, dueAt: string, now: string): Other {
  return {
    kind: row.kind as Other['kind'],
    number: row.number,
    ...(row.returnId !== null && { returnId: row.returnId }),
    about: row.about ?? '',
    dueAt,
    late: dueAt < now,
    ...(row.assignee !== null && { assignee: row.assignee }),
  };
}
