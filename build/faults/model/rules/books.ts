import type { Settings } from '../../../../contract/api/settings.ts';
import type {
  AccountRole,
  Disposition,
  Grade,
  PaidBy,
  Place,
  Stage,
  Tender,
  VerdictOutcome,
} from '../../../../contract/values/words.ts';

export type Product = { readonly sku: string; readonly name: string; readonly spec: string | undefined };
export type CostSet = { readonly sku: string; readonly priceE4: number };
export type Person = { readonly id: number; readonly code?: string; readonly name?: string; readonly phone?: string };

export type SaleLine = {
  readonly id: number;
  readonly sku: string;
  readonly name: string | undefined;
  readonly milli: number;
  readonly priceE4: number;
  readonly paidCents: number;
  readonly taxCents: number;
  readonly costCents: number | undefined;
};
export type TenderPaid = { readonly tender: Tender; readonly amountCents: number };
export type Sale = {
  readonly id: number;
  readonly number: string;
  readonly soldAt: string;
  readonly day: string;
  readonly person: Person | undefined;
  readonly lines: readonly SaleLine[];
  readonly tenders: readonly TenderPaid[];
  readonly booked: boolean;
};

export type ReturnLine = {
  readonly id: number;
  readonly sku: string;
  readonly milli: number;
  readonly reason: string;
  readonly note: string | undefined;
  readonly saleLine: SaleLine | undefined;
};
export type Rule = { readonly rule: string; readonly outcome: VerdictOutcome; readonly data: object };
export type Verdict = { readonly outcome: VerdictOutcome; readonly rules: readonly Rule[]; readonly terms: object };
export type Return = {
  readonly id: number;
  readonly number: string;
  readonly sale: Sale | undefined;
  readonly person: Person | undefined;
  readonly channel: string;
  readonly want: string;
  readonly day: string;
  readonly verdict: Verdict;
  readonly lines: readonly ReturnLine[];
};
export type StepTaken = {
  readonly returnId: number;
  readonly step: string;
  readonly stage: Stage;
  readonly at: string;
  readonly person: string;
  readonly note: string | undefined;
  readonly dueAt: string | undefined;
};

export type Receipt = {
  readonly lineId: number;
  readonly milli: number;
  readonly cents: number;
  readonly source: string;
};
/** Units of a line that will not come any more, free to be returned again. */
export type Release = { readonly lineId: number; readonly milli: number };
export type LineRevaluation = { readonly lineId: number; readonly milli: number; readonly cents: number };
export type Grading = {
  readonly lineId: number;
  readonly sku: string;
  readonly milli: number;
  readonly grade: Grade;
  readonly disposition: Disposition;
  readonly cents: number;
  readonly unknownMilli: number;
  readonly writeDownCents: number;
  readonly postedCents: number;
  readonly note: string | undefined;
  readonly at: string;
};

export type NoteLine = {
  readonly lineId: number;
  readonly saleLineId: number;
  readonly milli: number;
  readonly cents: number;
  readonly taxCents: number;
};
export type Note = {
  readonly id: number;
  readonly number: string;
  readonly returnId: number;
  readonly day: string;
  readonly totalCents: number;
  readonly lines: readonly NoteLine[];
};
export type Payout = {
  readonly id: number;
  readonly number: string;
  readonly note: Note;
  readonly tender: Tender;
  readonly cents: number;
  readonly originalCents: number;
  readonly reference: string | undefined;
  readonly day: string;
  readonly voids: Payout | undefined;
};

export type Move = {
  readonly day: string;
  readonly sku: string;
  readonly from: Place;
  readonly to: Place;
  readonly milli: number;
  readonly unknownMilli: number;
  readonly fromCents: number;
  readonly toCents: number;
  readonly document: string;
};
export type EntryLine = { readonly role: AccountRole; readonly debit: number; readonly credit: number };
export type Entry = {
  readonly number: string;
  readonly day: string;
  readonly kind: string;
  readonly document: string;
  readonly lines: readonly EntryLine[];
};
export type ArrivalLine = {
  readonly sku: string;
  readonly milli: number;
  readonly cents: number;
  readonly unknownMilli: number;
};
/** Goods that came, or were there when the stock book was opened; or the document that takes such back. */
export type Arrival = {
  readonly id: number;
  readonly number: string;
  readonly kind: 'received' | 'opening';
  readonly paidBy: PaidBy | undefined;
  readonly day: string;
  readonly reference: string | undefined;
  readonly note: string | undefined;
  readonly cents: number;
  readonly taxCents: number;
  /** The number of what it takes back. */
  readonly voids: string | undefined;
  readonly lines: readonly ArrivalLine[];
};

export type Stocktake = {
  readonly id: number;
  readonly number: string;
  readonly day: string;
  readonly place: Place;
  /** Of named items only. */
  readonly skus: readonly string[] | undefined;
  readonly blind: boolean;
  readonly note: string | undefined;
  readonly at: string;
};
export type CountedRow = {
  readonly stocktakeId: number;
  readonly sku: string;
  readonly mode: 'set' | 'add';
  readonly milli: number;
  readonly bookMilli: number;
  readonly at: string;
  /** How many events there were before. */
  readonly event: number;
};
export type CountEnd = {
  readonly stocktakeId: number;
  readonly outcome: 'booked' | 'cancelled';
  readonly counted: number;
  readonly equal: number;
  readonly day: string;
  readonly note: string | undefined;
  readonly at: string;
  readonly event: number;
};
export type CountDifference = {
  readonly stocktakeId: number;
  readonly sku: string;
  readonly countedMilli: number;
  readonly bookMilli: number;
  readonly unknownMilli: number;
  readonly cents: number;
  readonly reason: string;
  readonly note: string | undefined;
  readonly event: number;
};

export type Document = {
  readonly number: string;
  readonly series: string;
  readonly year: number;
  readonly seq: number;
  readonly day: string;
};
export type Closing = { readonly month: string; readonly at: string };
export type Event = {
  readonly id: string | undefined;
  readonly kind: string;
  readonly content: string;
  readonly result: unknown;
  readonly at: string;
  readonly day: string;
};

/** Everything that ever happened, in lists that only grow. Whatever else one wants to know is added up from them. */
export type Facts = {
  events: Event[];
  settings: Partial<Settings>[];
  products: Product[];
  costs: CostSet[];
  people: Person[];
  documents: Document[];
  closings: Closing[];
  sales: Sale[];
  returns: Return[];
  steps: StepTaken[];
  receipts: Receipt[];
  releases: Release[];
  revaluations: LineRevaluation[];
  gradings: Grading[];
  notes: Note[];
  payouts: Payout[];
  moves: Move[];
  entries: Entry[];
  arrivals: Arrival[];
  stocktakes: Stocktake[];
  counted: CountedRow[];
  countEnds: CountEnd[];
  differences: CountDifference[];
};

export function emptyBooks(settings: Settings): Facts {
  const lists = {
    events: [],
    products: [],
    costs: [],
    people: [],
    documents: [],
    closings: [],
    sales: [],
    returns: [],
    steps: [],
    receipts: [],
    releases: [],
    revaluations: [],
    gradings: [],
    notes: [],
    payouts: [],
    moves: [],
    entries: [],
    arrivals: [],
    stocktakes: [],
    counted: [],
    countEnds: [],
    differences: [],
  };
  return { ...lists, settings: [settings] };
}

/** How long each list is: enough to take back what comes after. */
export type Mark = Readonly<Record<keyof Facts, number>>;

const listsOf = (books: Facts) => Object.entries(books) as [keyof Facts, unknown[]][];

export function markOf(books: Facts): Mark {
  return Object.fromEntries(listsOf(books).map(([name, list]) => [name, list.length])) as Record<keyof Facts, number>;
}

export function takeBack(books: Facts, mark: Mark): void {
  for (const [name, list] of listsOf(books)) list.length = mark[name];
}

/** The books as they are now, for later: rows never change, so the lists are enough. */
export function copyOf(books: Facts): Facts {
  return Object.fromEntries(listsOf(books).map(([name, list]) => [name, [...list]])) as unknown as Facts;
}
