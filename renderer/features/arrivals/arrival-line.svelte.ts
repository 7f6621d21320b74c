import type { Input } from '../../../contract/api.ts';
import type { Condition } from '../../../contract/values/words.ts';
import { t } from '../../i18n/index.ts';
import type { FoundProduct } from '../settlement/find-product.ts';

type LineInput = Input<'returns.arrive'>['lines'][number];
export type ArrivalLineContent = {
  readonly sku: string;
  readonly name: string;
  readonly numbered: boolean;
  readonly quantity?: number | undefined;
  readonly condition: Condition | '';
  readonly reason: string;
  readonly serial: string;
  readonly note: string;
};

/** One item in a parcel without an order; of goods with serial numbers a single unit. */
export class ArrivalLine {
  readonly sku: string;
  readonly name: string;
  readonly numbered: boolean;
  quantity = $state<number>();
  condition = $state<Condition | ''>('');
  /** Empty while the customer has said none. */
  reason = $state('');
  serial = $state('');
  note = $state('');

  constructor(content: ArrivalLineContent) {
    this.sku = content.sku;
    this.name = content.name;
    this.numbered = content.numbered;
    this.quantity = content.quantity;
    this.condition = content.condition;
    this.reason = content.reason;
    this.serial = content.serial;
    this.note = content.note;
  }

  static of({ sku, name, tracking }: FoundProduct): ArrivalLine {
    const numbered = tracking === 'serial';
    return new ArrivalLine({ sku, name, numbered, quantity: 1, condition: '', reason: '', serial: '', note: '' });
  }

  quantityProblem = $derived.by(() => (this.quantity ? undefined : t('arrivals.need-quantity')));
  serialProblem = $derived.by(() => (this.numbered && !this.serial.trim() ? t('arrivals.need-serial') : undefined));

  toInput(): LineInput {
    const serial = this.serial.trim();
    const note = this.note.trim();
    return {
      sku: this.sku,
      quantity: this.quantity ?? 0,
      ...(this.reason && { reason: this.reason }),
      ...(this.condition && { condition: this.condition }),
      ...(serial && { serial }),
      ...(note && { note }),
    };
  }

  get content(): ArrivalLineContent {
    const { sku, name, numbered, quantity, condition, reason, serial, note } = this;
    return { sku, name, numbered, quantity, condition, reason, serial, note };
  }
}
