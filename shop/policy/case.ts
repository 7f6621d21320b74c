import type { Day } from '../../contract/values/days.ts';
import type { Condition, Want } from '../../contract/values/words.ts';

/** A line of the sale, and how much of it is in other returns. */
export type SoldLine = {
  readonly id: number;
  readonly name: string;
  readonly quantityMilli: number;
  readonly returnedMilli: number;
  readonly paidCents: number;
  readonly bundle: string | null;
};

export type JudgedLine = {
  readonly productId: number;
  readonly sku: string;
  readonly reason: string;
  readonly askedMilli: number;
  readonly condition?: Condition | undefined;
  /** Accessories that did not come along; absent when nobody looked. */
  readonly missing?: readonly string[] | undefined;
  /** Only of goods with serial numbers: what is known of theirs. */
  readonly serial?: 'as-sold' | 'not-recorded' | 'not-given' | undefined;
  /** The sale line, when there is one. */
  readonly sold?: SoldLine | undefined;
};

/** What rules may ask for; read only when one of them does. */
export type Looking = {
  /** Name and category of a product. */
  goods(productId: number): { readonly name: string; readonly category: string | null };
  /** Repairs of a sale line: how many failed, and how many days it was at the bench. */
  repairs(saleLineId: number): { readonly failed: number; readonly days: number };
  /** Earlier returns of the customer in so many days; absent when nobody knows the customer. */
  customerReturns(days: number): number | undefined;
  /** What the person at the desk has given back that day. */
  clerkCents(): number;
};

export type Judged = {
  readonly day: Day;
  readonly want: Want;
  /** Absent without a receipt. */
  readonly sale?:
    | {
        readonly day: Day;
        readonly signedOn: Day | null;
        readonly channel: string | null;
        /** Given back elsewhere, as files say; and its status there, where that speaks of money given back. */
        readonly refundedCents?: number;
        readonly refundStatus?: string | undefined;
        readonly lines: readonly SoldLine[];
      }
    | undefined;
  readonly lines: readonly JudgedLine[];
  /** Whether a reason is the shop's or the maker's fault. */
  readonly isFault: (reason: string) => boolean;
  readonly looking: Looking;
};
