export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** Said once in the head, such as the currency's sign. */
  readonly unit?: string;
  /** Figures stand at the end. */
  readonly align?: 'start' | 'end';
  /** `grow` takes what is left; the others are as wide as their content. */
  readonly width?: 'grow' | 'fit';
  /** Left out where there is little room: what it says is said elsewhere too. */
  readonly spare?: boolean;
  readonly text?: (row: Row) => string;
  /** What the column sorts by; it cannot be sorted without. */
  readonly sortBy?: (row: Row) => string | number;
};

export type SortState = { readonly key: string; readonly descending: boolean };

/** Rows above this many are drawn only where they can be seen. */
const windowedFrom = 120;
const overscan = 12;

/** Order, selection and the window of drawn rows of a table. Rows are all of one height, measured on the page. */
export class TableState<R> {
  sort = $state<SortState>();
  scrollTop = $state(0);
  viewHeight = $state(0);
  rowHeight = $state(36);
  readonly #rows: () => readonly R[];
  readonly #columns: () => readonly Column<R>[];
  readonly #keyOf: (row: R) => string | number;

  constructor(rows: () => readonly R[], columns: () => readonly Column<R>[], keyOf: (row: R) => string | number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#keyOf = keyOf;
  }

  ordered = $derived.by((): readonly R[] => {
    const sort = this.sort;
    const by = this.#columns().find(({ key }) => key === sort?.key)?.sortBy;
    if (!sort || !by) return this.#rows();
    const way = sort.descending ? -1 : 1;
    return this.#rows().toSorted((a, b) => way * compare(by(a), by(b)));
  });

  range = $derived.by((): { from: number; to: number } => {
    const count = this.ordered.length;
    if (count < windowedFrom) return { from: 0, to: count };
    const from = Math.max(0, Math.floor(this.scrollTop / this.rowHeight) - overscan);
    const to = Math.min(count, Math.ceil((this.scrollTop + this.viewHeight) / this.rowHeight) + overscan);
    return { from, to: Math.max(from, to) };
  });

  /** The rows to draw, and the room of those above and below. */
  drawn = $derived(this.ordered.slice(this.range.from, this.range.to));
  above = $derived(this.range.from * this.rowHeight);
  below = $derived((this.ordered.length - this.range.to) * this.rowHeight);

  /** First up, then down, then as it came. */
  sortBy(key: string): void {
    if (this.sort?.key !== key) this.sort = { key, descending: false };
    else this.sort = this.sort.descending ? undefined : { key, descending: true };
  }

  /** The row that a key leads to from the selected one; nothing when the key moves nothing. */
  rowAfterKey(pressed: string, selected: string | number | undefined): R | undefined {
    const rows = this.ordered;
    const at = rows.findIndex((row) => this.#keyOf(row) === selected);
    const page = Math.max(1, Math.floor(this.viewHeight / this.rowHeight) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    if (pressed === 'Home') return rows[0];
    if (pressed === 'End') return rows.at(-1);
    const step = steps[pressed];
    if (step === undefined) return undefined;
    return rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  }

  /** Where to scroll so that a row is seen whole beneath the head, from where the table stands now. */
  scrollToShow(key: string | number | undefined, scrollTop: number): number {
    const top = this.indexOf(key) * this.rowHeight;
    const room = this.viewHeight - 2 * this.rowHeight;
    return Math.min(top, Math.max(scrollTop, top - room));
  }

  indexOf(key: string | number | undefined): number {
    return this.ordered.findIndex((row) => this.#keyOf(row) === key);
  }
}

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true });

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
