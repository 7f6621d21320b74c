import type { OtherWorkKind } from '../../../contract/api/work.ts';
import type { Output } from '../../../contract/api.ts';

type Work = Output<'returns.worklist'>;
export type ReturnItem = Work['items'][number];
type OtherItem = Work['others'][number];

/** A line of the work list: the next step of a return, or something else that has a date. */
export type WorkRow = {
  readonly key: string;
  readonly number: string;
  readonly about: string;
  readonly goods: string;
  readonly dueAt: string | undefined;
  readonly late: boolean;
  readonly assignee: string | undefined;
  readonly returnId: number | undefined;
} & (
  | { readonly kind: 'return'; readonly stage: ReturnItem['stage']; readonly next: ReturnItem['next'] }
  | { readonly kind: OtherWorkKind }
);

/** What the list is narrowed to: a step of returns, or all that is none. */
export type Filter = 'all' | ReturnItem['next'] | 'others';

/** All that waits in one list, the most overdue first; what has no date comes last. */
export function workRows({ items, others }: Work): WorkRow[] {
  return [...items.map(returnRow), ...others.map(otherRow)].sort((one, other) => dueOf(one) - dueOf(other));
}

export function dueOf({ dueAt }: Pick<WorkRow, 'dueAt'>): number {
  return dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER;
}

export function fits(row: WorkRow, filter: Filter): boolean {
  if (filter === 'all') return true;
  return row.kind === 'return' ? row.next === filter : filter === 'others';
}

function returnRow({ customer, ...item }: ReturnItem): WorkRow {
  const { returnId, number, stage, next, goods, quantity, dueAt, late, assignee } = item;
  return {
    kind: 'return',
    key: `return ${returnId}`,
    number,
    about: customer?.name ?? customer?.code ?? customer?.phone ?? '',
    goods: quantity === 1 ? goods : `${goods} × ${quantity}`,
    dueAt,
    late,
    assignee,
    returnId,
    stage,
    next,
  };
}

function otherRow({ kind, number, about, dueAt, late, returnId, assignee }: OtherItem): WorkRow {
  const isGoods = kind === 'repair';
  return {
    kind,
    key: `${kind} ${number}`,
    number,
    about: isGoods ? '' : about,
    goods: isGoods ? about : '',
    dueAt,
    late,
    assignee,
    returnId,
  };
}
