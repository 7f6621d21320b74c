import type { Day } from '../../../contract/values/days.ts';

export type ReceiptLine = {
  readonly productId: number;
  /** As the person wrote it, for a refusal. */
  readonly sku: string;
  readonly quantityMilli: number;
  /** What one cost, or what all did; where neither is said, the cost somebody has set, else nobody knows. */
  readonly unitCostE4?: number | undefined;
  readonly valueCents?: number | undefined;
  readonly serials?: readonly string[] | undefined;
  readonly batches?:
    | readonly { readonly code: string; readonly quantityMilli: number; readonly expiresOn?: Day | undefined }[]
    | undefined;
};
