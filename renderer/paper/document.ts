import type { PaperPart } from '../../contract/api/paper.ts';

/** What stands on a sheet, in words and figures of the paper's language: layouts only arrange it. */
export type PaperDocument = {
  readonly title: string;
  readonly number: string;
  /** That it was printed before, and how often; missing on the original. */
  readonly copyMark?: string;
  /** The shop's own picture, as an address that holds it whole. */
  readonly logo?: string;
  /** The owner wants no codes to scan. */
  readonly hidesCode?: boolean;
  readonly shop: { readonly name: string; readonly address: string; readonly phone: string };
  readonly facts: readonly Fact[];
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** The table's last row, a cell for each column. */
  readonly totals: readonly string[];
  readonly closing: readonly ClosingBlock[];
  readonly printedAt: string;
  /** Of the newest event of this return in the chain; nothing for a return that has none. */
  readonly fingerprint: string;
};

/** A label to stick on a thing that is sold again as opened. */
export type PaperLabel = {
  readonly isLabel: true;
  /** What the law asks for: that the goods were opened. */
  readonly mark: string;
  readonly grade: string;
  readonly shop: string;
  readonly name: string;
  readonly flaw: string | undefined;
  readonly price: string | undefined;
  readonly code: string;
};

/** What stands at a shelf or on a thing for sale: what it is, and what it costs. */
export type PaperPriceLabel = {
  readonly isPriceLabel: true;
  readonly shop: string;
  readonly name: string;
  readonly spec: string | undefined;
  readonly price: string | undefined;
  readonly unit: string | undefined;
  /** The item's own code; what is scanned is its barcode, where it has one. */
  readonly code: string;
  readonly scanned: string;
};

/** What a printer is tried with. */
export type PaperTest = {
  readonly isTest: true;
  readonly title: string;
  readonly samples: readonly { readonly sizePt: number; readonly text: string }[];
  readonly scanned: string;
  readonly printedAt: string;
};

export type PaperContent = PaperDocument | PaperLabel | PaperPriceLabel | PaperTest;

/** Belongs to a part of the sheet that the owner may leave out; what names no part always stands. */
type OfPart = { readonly part?: PaperPart };

export type Fact = OfPart & { readonly label: string; readonly value: string; readonly isCode?: boolean };

export type PaperColumn = OfPart & {
  readonly label: string;
  /** Right-aligned, never broken. */
  readonly isFigure?: boolean;
  /** In millimetres on A5; the columns without share what is left. */
  readonly widthMm?: number;
};

export type PaperRow = {
  /** Above the cells, over the whole width. */
  readonly lead?: string;
  /** None for notes that are too long to stand with their line: they go on in a row of their own. */
  readonly cells: readonly string[];
  /** Below the cells, over the whole width. */
  readonly notes: readonly string[];
  /** To be filled in by hand. */
  readonly isBlank?: boolean;
  /** The same on a roll; a roll has no need to break long notes off. */
  readonly roll?: {
    readonly title: string;
    readonly detail: string;
    readonly amount: string;
    readonly notes: readonly string[];
  };
};

export type Sum = { readonly label: string; readonly value: string; readonly hint?: string; readonly isMain?: boolean };

/** One payout or its counter-document. */
export type PaidItem = {
  readonly label: string;
  /** Number, day, reference, what voids it: none is broken over lines. */
  readonly details: readonly string[];
  readonly value: string;
  readonly isVoid: boolean;
};

export type ClosingBlock = OfPart & Closing;

type Closing =
  | {
      readonly kind: 'money';
      readonly paidTitle: string;
      readonly paid: readonly PaidItem[];
      readonly sums: readonly Sum[];
      readonly capitals?: Fact;
    }
  | { readonly kind: 'text'; readonly title?: string; readonly text: string }
  | { readonly kind: 'signatures'; readonly labels: readonly string[] };
