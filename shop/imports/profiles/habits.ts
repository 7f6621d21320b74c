import type { ImportFieldOf } from '../../../contract/api/import-fields.ts';

/**
 * What a platform's word for the state of an order means here. `not-paid`: nothing was sold. `given-back`: it was paid, and all of it went
 * back. `some-given-back`: money went back, and the file does not say how much. `unknown`: kept as it stands, for a person to look at.
 */
export type StatusMeaning = 'sold' | 'not-paid' | 'given-back' | 'some-given-back' | 'unknown';

/** The text of the row's cell under a heading, cleaned; empty where there is no such column. */
export type CellOf = {
  (heading: string): string;
  has(heading: string): boolean;
};

/** What a platform's file of sales does beside naming its columns; every habit is off when left out. */
export type SalesHabits = {
  /** Of every sale, where no column says one. */
  readonly channel?: string;
  /** An item without a code is known by its name and variant. */
  readonly itemByName?: boolean;
  /** A cell with a dash alone is empty. */
  readonly dashIsEmpty?: boolean;
  /** The price column says what the whole line is worth. */
  readonly priceOfLine?: boolean;
  /** Cells that several columns make, or that need a word of the platform understood first; `raw` is what the mapped column says. */
  readonly derived?: Readonly<Partial<Record<ImportFieldOf<'sales'>, (raw: string, cell: CellOf) => string>>>;
  readonly meaningOf?: (status: string, cell: CellOf) => StatusMeaning;
  /** The heading of the number that a refund has of its own; the sale's number names the sale it belongs to. */
  readonly returnNumber?: string;
  /** Amounts of the whole order, on its first row or on each; the others are each row's own. Left out, it is worked out from the figures. */
  readonly ofOrder?: readonly ('paid' | 'discount' | 'tax' | 'delivery' | 'refunded')[];
  /** What was paid holds the delivery charge: always, or unless the goods alone already come to it. */
  readonly paidHoldsDelivery?: 'always' | 'unless-goods-add-up';
  /** Tax comes on top of price less discount. */
  readonly taxOnTop?: boolean;
  /** Headings of what was due: where due − paid is what was refunded, the refund is in what was paid already (FORMATS §1 rule 6). */
  readonly due?: readonly string[];
};
