import type { Input, Output } from '../../../contract/api.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';

export type WaitingItem = Output<'claims.waiting'>['items'][number];
export type ClaimItem = Output<'claims.list'>['items'][number];
export type SupplierTotal = Output<'claims.list'>['suppliers'][number];

export type ClaimsView = 'waiting' | 'open' | 'all';
/** With the letter that picks each, from anywhere on the list. */
export const viewKeys: Readonly<Record<ClaimsView, string>> = { waiting: 'W', open: 'O', all: 'A' };
export const claimsViews = ['waiting', 'open', 'all'] as const satisfies readonly ClaimsView[];

/** Goods that wait for the same supplier; those of nobody known are one group, too. */
export type WaitingGroup = {
  readonly key: string;
  readonly supplierId: number | undefined;
  readonly supplier: string | undefined;
  readonly items: readonly WaitingItem[];
  readonly quantity: number;
  readonly valueCents: number;
  /** Of the goods that wait longest. */
  readonly days: number;
  /** The first of the deadlines. */
  readonly claimBy: string | undefined;
  readonly overdue: boolean;
};

const ofNobody = 'nobody';

/** What waits, by supplier: the first deadline first, then what waits longest. */
export function groupsOf(items: readonly WaitingItem[]): WaitingGroup[] {
  const groups = Map.groupBy(items, ({ supplierId }) => (supplierId === undefined ? ofNobody : String(supplierId)));
  return [...groups].map(([key, own]) => groupOf(key, own)).sort(byUrgency);
}

function groupOf(key: string, items: readonly WaitingItem[]): WaitingGroup {
  const [first] = items;
  return {
    key,
    supplierId: first?.supplierId,
    supplier: first?.supplier,
    items,
    quantity: fromMilli(items.reduce((sum, { quantity }) => sum + toMilli(quantity), 0)),
    valueCents: items.reduce((sum, { valueCents }) => sum + valueCents, 0),
    days: Math.max(...items.map(({ days }) => days)),
    claimBy: items
      .flatMap(({ claimBy }) => claimBy ?? [])
      .sort()
      .at(0),
    overdue: items.some(({ overdue }) => overdue),
  };
}

const never = '9';

function byUrgency(one: WaitingGroup, other: WaitingGroup): number {
  const [a, b] = [one.claimBy ?? never, other.claimBy ?? never];
  if (a !== b) return a < b ? -1 : 1;
  return other.days - one.days;
}

const listLimit = 300;

/** What the screen shows and where it stands. It outlives the screen. */
class ClaimsList {
  view = $state<ClaimsView>('waiting');
  group = $state<string>();

  input = $derived<Input<'claims.list'>>({ limit: listLimit, ...(this.view === 'open' && { open: true }) });
}

export const claimsList = new ClaimsList();
