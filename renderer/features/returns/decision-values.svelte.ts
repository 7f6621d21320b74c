import type { ReturnLine } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import { itemName } from './return-words.ts';

/** What a person gives for all units of a line without a receipt. */
export class ValueRow {
  readonly returnLineId: number;
  readonly item: string;
  readonly quantity: number;
  valueCents = $state<number>();
  taxCents = $state<number>();

  constructor(line: ReturnLine) {
    this.returnLineId = line.returnLineId;
    this.item = itemName(line);
    this.quantity = line.quantity;
  }
}

/** What was said, as the shop wants it. */
export function valuesOf(rows: readonly ValueRow[]): Input<'returns.value'>['values'] {
  return rows.flatMap(({ returnLineId, valueCents, taxCents }) =>
    valueCents === undefined ? [] : [{ returnLineId, valueCents, ...(taxCents !== undefined && { taxCents }) }],
  );
}
