import type { ReturnLine } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import { itemName } from './return-words.ts';

type ReceiveInput = Input<'returns.receive'>;
type ReceivedLine = ReceiveInput['lines'][number];
type Extra = NonNullable<ReceiveInput['extra']>[number];
type Kept = {
  readonly key: string;
  readonly quantity?: number | undefined;
  readonly damaged: boolean;
  readonly serial: string;
  readonly note: string;
};
type KeptExtra = {
  readonly sku: string;
  readonly item: string;
  readonly kind: Extra['kind'];
  readonly numbered: boolean;
  readonly quantity?: number | undefined;
  readonly serial: string;
  readonly note: string;
};
export type KeptReceiving = { readonly rows: readonly Kept[]; readonly extras: readonly KeptExtra[] };

/** Units of one line that can come; of goods with serial numbers a single one. */
export class ReceivingRow {
  readonly key: string;
  readonly returnLineId: number;
  readonly sku: string;
  readonly item: string;
  /** Units still to come. */
  readonly open: number;
  /** Whether its serial number is read here. */
  readonly numbered: boolean;
  /** The serial number that was announced. */
  readonly announced: string | undefined;
  quantity = $state<number>();
  damaged = $state(false);
  serial = $state('');
  note = $state('');

  constructor(line: ReturnLine, { open, unit, numbered }: { open: number; unit: number; numbered: boolean }) {
    this.key = `${line.returnLineId}-${unit}`;
    this.returnLineId = line.returnLineId;
    this.sku = line.sku;
    this.item = itemName(line);
    this.announced = line.serial;
    this.numbered = numbered && line.serial === undefined;
    this.open = open;
    this.quantity = open;
  }

  toInput(): ReceivedLine {
    const serial = this.serial.trim();
    const note = this.note.trim();
    return {
      returnLineId: this.returnLineId,
      quantity: this.quantity ?? 0,
      ...(this.damaged && { condition: 'damaged' as const }),
      ...(serial && { serial }),
      ...(note && { note }),
    };
  }

  keep(): Kept {
    const { key, quantity, damaged, serial, note } = this;
    return { key, quantity, damaged, serial, note };
  }

  restore(kept: Kept | undefined): void {
    if (!kept) return;
    this.quantity = kept.quantity;
    this.damaged = kept.damaged;
    this.serial = kept.serial;
    this.note = kept.note;
  }
}

/** Something that lay in the parcel and was not asked for. */
export class ExtraRow {
  readonly sku: string;
  readonly item: string;
  readonly kind: Extra['kind'];
  readonly numbered: boolean;
  readonly announced = undefined;
  quantity = $state<number>();
  serial = $state('');
  note = $state('');

  constructor({ sku, item, kind, numbered, quantity, serial, note }: KeptExtra) {
    this.sku = sku;
    this.item = item;
    this.kind = kind;
    this.numbered = numbered;
    this.quantity = quantity;
    this.serial = serial;
    this.note = note;
  }

  toInput(): Extra {
    const serial = this.serial.trim();
    const note = this.note.trim();
    return {
      sku: this.sku,
      quantity: this.quantity ?? 0,
      kind: this.kind,
      ...(serial && { serial }),
      ...(note && { note }),
    };
  }

  keep(): KeptExtra {
    const { sku, item, kind, numbered, quantity, serial, note } = this;
    return { sku, item, kind, numbered, quantity, serial, note };
  }
}
