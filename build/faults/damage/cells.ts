import { type Edit, type Editing, type Row, someRow, type Value } from './edit.ts';

/** How a row of a table is found again. Tables of sums have no rowid. */
function keyOf(table: string): readonly string[] {
  return keysOfSums[table] ?? ['rowid'];
}

const keysOfSums: Readonly<Record<string, readonly string[]>> = {
  stock_balances: ['product_id', 'place'],
  account_totals: ['month', 'role'],
  role_permissions: ['role', 'permission'],
};

type Target = { readonly table: string; readonly names: readonly string[]; readonly rows: readonly Row[] };

/** A table that has rows, every table as likely as another, with some of its rows. */
function target({ raw, random, columns }: Editing, needed: number): Target | undefined {
  const [table, names] = random.pick([...columns]);
  const key = keyOf(table);
  const read = [...new Set([...key, ...names])].join(', ');
  const all = raw.prepare(`SELECT ${read} FROM ${table}`).all() as Row[];
  if (all.length < needed) return undefined;
  const rows = Array.from({ length: needed }, () => random.pick(all));
  return new Set(rows).size < needed ? undefined : { table, names, rows };
}

function set({ raw }: Editing, table: string, row: Row, values: Row): void {
  const key = keyOf(table);
  const sets = Object.keys(values).map((name) => `${name} = @new_${name}`);
  const where = key.map((name) => `${name} = @${name}`);
  const news = Object.fromEntries(Object.entries(values).map(([name, value]) => [`new_${name}`, value]));
  const keys = Object.fromEntries(key.map((name) => [name, row[name] ?? null]));
  raw.prepare(`UPDATE ${table} SET ${sets.join(', ')} WHERE ${where.join(' AND ')}`).run({ ...keys, ...news });
}

const shown = (table: string, row: Row): string =>
  `${table} ${keyOf(table)
    .map((name) => row[name])
    .join(' ')}`;

/** One cell gets another value that might stand there. */
const changeCell: Edit = (editing) => {
  const found = target(editing, 1);
  const [row] = found?.rows ?? [];
  if (!found || !row) return undefined;
  const column = editing.random.pick(found.names);
  const value = otherValue(editing, { table: found.table, column, value: row[column] ?? null });
  set(editing, found.table, row, { [column]: value });
  return `${shown(found.table, row)}: ${column} ${row[column]} → ${value}`;
};

type Cell = { readonly table: string; readonly column: string; readonly value: Value };

function otherValue(editing: Editing, { table, column, value }: Cell): Value {
  const { random } = editing;
  if (random.percent(50)) {
    const other = someRow(editing, `SELECT ${column} AS value FROM ${table}`);
    if (other && other.value !== value && other.value !== undefined) return other.value;
  }
  if (typeof value === 'number') return value + random.pick([1, -1, 100, -100, 1000]);
  if (value === null) return isText(editing, table, column) ? 'x' : 1;
  const at = random.below(value.length + 1);
  const digit = value.charCodeAt(at);
  // A digit becomes the next one, so that days, numbers and fingerprints keep their form.
  if (digit >= 48 && digit < 57) return `${value.slice(0, at)}${String.fromCharCode(digit + 1)}${value.slice(at + 1)}`;
  return `${value.slice(0, at)}x${value.slice(at)}`;
}

function isText({ raw }: Editing, table: string, column: string): boolean {
  return raw.prepare('SELECT type FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column) === 'TEXT';
}

/** Two rows exchange one cell: every sum over the table stays what it was. */
const swapCells: Edit = (editing) => {
  const found = target(editing, 2);
  const [one, other] = found?.rows ?? [];
  if (!found || !one || !other) return undefined;
  const { table, names } = found;
  const column = editing.random.pick(names);
  exchange(editing, { table, one, other, names: [column] });
  return `${shown(table, one)} and ${shown(table, other)} exchange ${column}`;
};

/** Two rows exchange everything but their place. */
const swapRows: Edit = (editing) => {
  const found = target(editing, 2);
  const [one, other] = found?.rows ?? [];
  if (!found || !one || !other) return undefined;
  const names = found.names.filter((name) => name !== 'id' && name !== 'seq' && !keyOf(found.table).includes(name));
  // A row that is nothing but its key has nothing to exchange.
  if (names.length === 0) return undefined;
  exchange(editing, { table: found.table, one, other, names });
  return `${shown(found.table, one)} and ${shown(found.table, other)} exchange all`;
};

type Exchange = { readonly table: string; readonly one: Row; readonly other: Row; readonly names: readonly string[] };

/** Through a value that stands nowhere else, because some columns may hold each value once only. */
function exchange(editing: Editing, { table, one, other, names }: Exchange): void {
  const of = (row: Row): Row => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  const parked = Object.fromEntries(
    names.map((name) => [name, typeof one[name] === 'number' ? 987_654_321 : `parked ${name}`]),
  );
  const nullable = Object.fromEntries(
    names.filter((name) => one[name] !== null).map((name) => [name, parked[name] ?? null]),
  );
  if (Object.keys(nullable).length > 0) set(editing, table, one, nullable);
  set(editing, table, other, of(one));
  const moved = names.includes('rowid') ? other : one;
  set(editing, table, moved, of(other));
}

const deleteRow: Edit = (editing) => {
  const found = target(editing, 1);
  const [row] = found?.rows ?? [];
  if (!found || !row) return undefined;
  const key = keyOf(found.table);
  editing.raw
    .prepare(`DELETE FROM ${found.table} WHERE ${key.map((name) => `${name} = @${name}`).join(' AND ')}`)
    .run(Object.fromEntries(key.map((name) => [name, row[name] ?? null])));
  return `${shown(found.table, row)} deleted`;
};

/** A row once more, as if it had been posted a second time. */
const copyRow: Edit = (editing) => {
  const found = target(editing, 1);
  const [row] = found?.rows ?? [];
  if (!found || !row || found.table in keysOfSums) return undefined;
  const { raw } = editing;
  const last = raw.prepare(`SELECT max(rowid) FROM ${found.table}`).pluck().get() as number;
  const { rowid: _, ...copy }: Record<string, Value> = { ...row };
  for (const name of ['id', 'seq']) if (name in copy && found.table !== 'documents') copy[name] = last + 1;
  for (const name of ['number', 'action_id', 'hash'])
    if (name in copy) copy[name] = `${String(copy[name]).slice(0, -1)}9`;
  if ('line_no' in copy) copy.line_no = Number(copy.line_no) + 50;
  const names = Object.keys(copy);
  raw
    .prepare(`INSERT INTO ${found.table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`)
    .run(copy);
  return `${shown(found.table, row)} copied`;
};

/** Edits of any table, each table and column as likely as another. */
export const cellEdits: readonly Edit[] = [changeCell, changeCell, changeCell, swapCells, swapRows, deleteRow, copyRow];
