import type { Return, ReturnLine } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import type { Trouble } from '../../state/shop.svelte.ts';
import { itemName } from './return-words.ts';

type ReceivedLines = Input<'returns.receive'>['lines'];

export class ReceivingRow {
  readonly returnLineId: number;
  readonly sku: string;
  readonly item: string;
  /** Units still to come. */
  readonly open: number;
  quantity = $state<number>();

  constructor(line: ReturnLine) {
    this.returnLineId = line.returnLineId;
    this.sku = line.sku;
    this.item = itemName(line);
    this.open = fromMilli(toMilli(line.quantity) - toMilli(line.receivedQuantity));
    this.quantity = this.open;
  }
}

export type Counted = 'counted' | 'enough' | 'unknown';

/** What came: filled in with everything that is still to come, lowered by hand or counted piece by piece with the scanner. */
export class Receiving {
  readonly rows: readonly ReceivingRow[];
  counting = $state(false);
  #sent: readonly ReceivingRow[] = [];

  constructor(found: Pick<Return, 'lines'>) {
    this.rows = found.lines.map((line) => new ReceivingRow(line)).filter(({ open }) => open > 0);
  }

  /** One piece under the scanner. The first one starts the count from nothing. */
  count(code: string): Counted {
    const rows = this.rows.filter(({ sku }) => sku === code);
    if (rows.length === 0) return 'unknown';
    if (!this.counting) {
      this.counting = true;
      for (const row of this.rows) row.quantity = 0;
    }
    const row = rows.find(({ quantity = 0, open }) => quantity + 1 <= open);
    if (!row) return 'enough';
    row.quantity = fromMilli(toMilli(row.quantity ?? 0) + 1000);
    return 'counted';
  }

  /** The lines to send; none while nothing came. */
  toLines(): ReceivedLines {
    this.#sent = this.rows.filter(({ quantity }) => (quantity ?? 0) > 0);
    return this.#sent.map(({ returnLineId, quantity = 0 }) => ({ returnLineId, quantity }));
  }

  /** The row that a refusal of the shop is about: it counts the lines that were sent. */
  rowOf(trouble: Trouble<'returns.receive'> | undefined): ReceivingRow | undefined {
    if (trouble?.kind !== 'refused' || trouble.refusal.code !== 'over-requested-quantity') return undefined;
    return this.#sent[trouble.refusal.data.line - 1];
  }
}
