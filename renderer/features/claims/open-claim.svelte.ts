import type { Input, RefusalOf } from '../../../contract/api.ts';
import { toMilli } from '../../../contract/values/quantity.ts';
import { shareOf } from '../../../contract/values/rounding.ts';
import type { Trouble } from '../../state/shop.svelte.ts';
import type { WaitingGroup, WaitingItem } from './claims-list.svelte.ts';

/** Units of one item in a batch. */
export class ClaimRow {
  readonly item: WaitingItem;
  quantity = $state<number>();
  /** What it cost, as long as nothing else is said. */
  claimedCents = $state<number>();
  note = $state('');

  constructor(item: WaitingItem) {
    this.item = item;
    this.quantity = item.quantity;
  }

  /** What these units cost, as their share of all that wait. */
  valueCents = $derived.by(() =>
    shareOf(this.item.valueCents, toMilli(this.quantity ?? 0), Math.max(1, toMilli(this.item.quantity))),
  );
  asksCents = $derived.by(() => this.claimedCents ?? this.valueCents);
}

type KeptRow = {
  readonly sku: string;
  readonly quantity?: number | undefined;
  readonly claimedCents?: number | undefined;
  readonly note: string;
};
export type KeptClaim = {
  readonly supplier: string;
  readonly dueOn: string;
  readonly note: string;
  readonly rows: readonly KeptRow[];
};

/** A batch to a supplier, as it is put together: everything that waits, unless a person takes something out. */
export class OpenClaim {
  readonly rows: readonly ClaimRow[];
  /** The id as text, for the choice; empty while none is chosen. */
  supplier = $state('');
  dueOn = $state('');
  note = $state('');
  #tried = $state(false);
  #sent: readonly ClaimRow[] = [];

  constructor({ supplierId, items }: Pick<WaitingGroup, 'supplierId' | 'items'>) {
    this.supplier = supplierId === undefined ? '' : String(supplierId);
    this.rows = items.map((item) => new ClaimRow(item));
  }

  chosen = $derived.by(() => this.rows.filter(({ quantity = 0 }) => quantity > 0));
  noSupplier = $derived.by(() => this.#tried && this.supplier === '');
  nothing = $derived.by(() => this.#tried && this.chosen.length === 0);

  /** What to send; nothing while something is missing. */
  toInput(): Omit<Input<'claims.open'>, 'id'> | undefined {
    this.#tried = true;
    if (this.noSupplier || this.nothing) return undefined;
    this.#sent = this.chosen;
    const note = this.note.trim();
    return {
      supplierId: Number(this.supplier),
      lines: this.#sent.map(({ item, quantity = 0, claimedCents, note: own }) => ({
        sku: item.sku,
        quantity,
        ...(claimedCents !== undefined && { claimedCents }),
        ...(own.trim() && { note: own.trim() }),
      })),
      ...(this.dueOn && { dueOn: this.dueOn }),
      ...(note && { note }),
    };
  }

  /** The row a refusal is about: the shop counts what was sent. */
  rowOf(trouble: Trouble<'claims.open'> | undefined): ClaimRow | undefined {
    if (trouble?.kind !== 'refused') return undefined;
    const refusal: RefusalOf<'claims.open'> = trouble.refusal;
    return refusal.code === 'over-claimable-quantity' ? this.#sent[refusal.data.line - 1] : undefined;
  }

  keep(): KeptClaim {
    const rows = this.rows.map(({ item, quantity, claimedCents, note }) => ({
      sku: item.sku,
      quantity,
      claimedCents,
      note,
    }));
    return { supplier: this.supplier, dueOn: this.dueOn, note: this.note, rows };
  }

  /** What was kept of goods that wait no longer is left out. */
  restore(kept: KeptClaim): void {
    this.supplier ||= kept.supplier;
    this.dueOn = kept.dueOn;
    this.note = kept.note;
    for (const row of this.rows) {
      const own = kept.rows.find(({ sku }) => sku === row.item.sku);
      if (!own) continue;
      row.quantity = own.quantity;
      row.claimedCents = own.claimedCents;
      row.note = own.note;
    }
  }
}
