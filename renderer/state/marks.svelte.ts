import { isComposing } from './keys.ts';

type Key = string | number;

/** Rows picked out of a list to be done together. They stay picked while the list is narrowed to find others. */
export class Marks<Row> {
  readonly #keyOf: (row: Row) => Key;
  #rows = $state.raw<ReadonlyMap<Key, Row>>(new Map());

  constructor(keyOf: (row: Row) => Key) {
    this.#keyOf = keyOf;
  }

  rows = $derived<readonly Row[]>([...this.#rows.values()]);

  has(row: Row): boolean {
    return this.#rows.has(this.#keyOf(row));
  }

  toggle(row: Row): void {
    const rows = new Map(this.#rows);
    if (!rows.delete(this.#keyOf(row))) rows.set(this.#keyOf(row), row);
    this.#rows = rows;
  }

  add(rows: readonly Row[]): void {
    this.#rows = new Map([...this.#rows, ...rows.map((row) => [this.#keyOf(row), row] as const)]);
  }

  clear(): void {
    this.#rows = new Map();
  }

  /** Space picks the row that the arrows stand on, Ctrl+A all of them. Give it the list in an effect. */
  listen(list: HTMLElement | undefined, of: () => { readonly current: Row | undefined; readonly all: readonly Row[] }) {
    const press = (event: KeyboardEvent): void => {
      if (isComposing(event) || event.target !== list || event.altKey) return;
      const { current, all } = of();
      if (event.key === ' ' && current !== undefined) this.toggle(current);
      else if (event.key.toLowerCase() === 'a' && event.ctrlKey) this.add(all);
      else return;
      event.preventDefault();
    };
    list?.addEventListener('keydown', press);
    return () => list?.removeEventListener('keydown', press);
  }
}
