import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankLines, breakIntoPages, type PagePlan } from './page-break.ts';

const small = { firstRoom: 50, nextRoom: 80, tableHead: 10 };
const short = (pages: readonly PagePlan[]): string[] =>
  pages.map(({ rows, blocks }) => `rows ${rows.from}–${rows.to}, blocks ${blocks.from}–${blocks.to}`);

test('what fits stands on one page', () => {
  expect(short(breakIntoPages({ ...small, rows: [10, 10], blocks: [10, 10] }))).toEqual(['rows 0–2, blocks 0–2']);
});

test('rows go on where the page is full, and each page with rows has its head', () => {
  const rows = Array.from({ length: 20 }, () => 10);
  expect(short(breakIntoPages({ ...small, rows, blocks: [20] }))).toEqual([
    'rows 0–4, blocks 0–0',
    'rows 4–11, blocks 0–0',
    'rows 11–18, blocks 0–0',
    'rows 18–20, blocks 0–1',
  ]);
});

test.each([[[20]], [[5, 20]]])('closing blocks %s that do not fit take the last row with them', (blocks) => {
  const rows = [10, 10, 10];
  expect(short(breakIntoPages({ ...small, rows, blocks }))).toEqual([
    'rows 0–2, blocks 0–0',
    `rows 2–3, blocks 0–${blocks.length}`,
  ]);
});

test('closing blocks too high for one page follow each other', () => {
  expect(short(breakIntoPages({ ...small, rows: [10, 10], blocks: [20, 60, 10] }))).toEqual([
    'rows 0–2, blocks 0–1',
    'rows 2–2, blocks 1–3',
  ]);
});

test('loose blocks go on alone, so that sums and signatures stand with the last row', () => {
  expect(short(breakIntoPages({ ...small, rows: [10, 10], blocks: [10, 40], loose: 1 }))).toEqual([
    'rows 0–2, blocks 0–1',
    'rows 2–2, blocks 1–2',
  ]);
});

test('blank lines fill what rows and blocks leave of a page, and none are drawn where no row stands', () => {
  const pieces = { ...small, rows: [10, 5], blocks: [10] };
  const page = { rows: { from: 0, to: 2 }, blocks: { from: 0, to: 1 } };
  expect(blankLines(pieces, { ...page, isFirst: true }, 4)).toBe(3);
  expect(blankLines(pieces, { ...page, isFirst: false }, 4)).toBe(11);
  expect(blankLines(pieces, { ...page, rows: { from: 2, to: 2 }, isFirst: false }, 4)).toBe(0);
  expect(blankLines({ ...pieces, firstRoom: 20 }, { ...page, isFirst: true }, 4)).toBe(0);
});

test('a piece higher than a page stands on a page of its own, and nothing is repeated or lost', () => {
  expect(short(breakIntoPages({ ...small, rows: [10, 200, 10], blocks: [300, 10] }))).toEqual([
    'rows 0–1, blocks 0–0',
    'rows 1–2, blocks 0–0',
    'rows 2–3, blocks 0–0',
    'rows 3–3, blocks 0–1',
    'rows 3–3, blocks 1–2',
  ]);
});

test('what is too high for the first page, with its large head, waits for the next', () => {
  expect(short(breakIntoPages({ ...small, rows: [60, 10], blocks: [] }))).toEqual([
    'rows 0–0, blocks 0–0',
    'rows 0–2, blocks 0–0',
  ]);
});

test('a document without rows still has a page', () => {
  expect(short(breakIntoPages({ ...small, rows: [], blocks: [] }))).toEqual(['rows 0–0, blocks 0–0']);
});

const heights = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });

test('every piece stands once, in order, and no page is over-full', () => {
  fc.assert(
    fc.property(heights, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }), (rows, blocks) => {
      const pages = breakIntoPages({ ...small, rows, blocks });
      const spans = (of: 'rows' | 'blocks') =>
        pages.flatMap((page) =>
          Array.from({ length: page[of].to - page[of].from }, (_, index) => page[of].from + index),
        );
      expect(spans('rows')).toEqual(rows.map((_, index) => index));
      expect(spans('blocks')).toEqual(blocks.map((_, index) => index));
      for (const [index, page] of pages.entries()) {
        const sum = (list: readonly number[], { from, to }: { from: number; to: number }) =>
          list.slice(from, to).reduce((total, height) => total + height, 0);
        const head = page.rows.to > page.rows.from ? small.tableHead : 0;
        const room = index === 0 ? small.firstRoom : small.nextRoom;
        expect(head + sum(rows, page.rows) + sum(blocks, page.blocks)).toBeLessThanOrEqual(room);
      }
    }),
  );
});
