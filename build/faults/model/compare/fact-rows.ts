import type { Facts, Mark } from '../rules/books.ts';

export type Row = readonly (string | number | null)[];

/** A fact table: how its rows are read, and what they should be by the model, from a mark on. */
export type FactRows = {
  readonly table: string;
  readonly columns: string;
  readonly rows: (books: Facts, from: Mark) => Row[];
};

export const skuOf = (table: string): string => `(SELECT sku FROM products p WHERE p.id = ${table}.product_id)`;
export const orNull = <T>(value: T | undefined): T | null => value ?? null;
