import { expect, test } from 'vitest';
import { type Column, TableState } from './table.svelte.ts';

type Item = { readonly id: number; readonly name: string };
const columns: readonly Column<Item>[] = [
  { key: 'name', title: 'Name', sortBy: ({ name }) => name },
  { key: 'plain', title: 'Plain' },
];
const items = (count: number): Item[] => Array.from({ length: count }, (_, id) => ({ id, name: `item ${count - id}` }));

function tableOf(rows: readonly Item[]): TableState<Item> {
  const table = new TableState<Item>(
    () => rows,
    () => columns,
    ({ id }) => id,
  );
  table.rowHeight = 36;
  table.viewHeight = 360;
  return table;
}

test('a column sorts up, then down, then as the rows came; figures in names count as figures', () => {
  const table = tableOf(items(11));
  const orders = [1, 2, 3].map(() => {
    table.sortBy('name');
    return [table.ordered[0]?.name, table.ordered.at(-1)?.name];
  });
  expect(orders).toEqual([
    ['item 1', 'item 11'],
    ['item 11', 'item 1'],
    ['item 11', 'item 1'],
  ]);
});

test('a long list draws only what can be seen, and keeps the room of the rest', () => {
  const table = tableOf(items(10_000));
  table.scrollTop = 36 * 5000;
  expect({ from: table.range.from, drawn: table.drawn.length, height: table.above + table.below }).toEqual({
    from: 4988,
    drawn: 34,
    height: (10_000 - 34) * 36,
  });
});

test('a short list is drawn whole', () => {
  expect(tableOf(items(100)).drawn).toHaveLength(100);
});

test('keys move the selection and stop at the ends', () => {
  const table = tableOf(items(30));
  const moves = [
    ['ArrowDown', undefined],
    ['ArrowDown', 3],
    ['ArrowUp', 0],
    ['PageDown', 3],
    ['End', 3],
    ['Home', 3],
    ['x', 3],
  ] as const;
  expect(moves.map(([key, from]) => table.rowAfterKey(key, from)?.id)).toEqual([0, 4, 0, 12, 29, 0, undefined]);
});
