/** Heights of the pieces of a document, all in one unit. Rows stand in the table, blocks follow it. */
export type Pieces = {
  /** What a page has for its rows and blocks: the first carries the whole letterhead, the others a short one. */
  readonly firstRoom: number;
  readonly nextRoom: number;
  /** The table's head, which every page with rows repeats. */
  readonly tableHead: number;
  readonly rows: readonly number[];
  readonly blocks: readonly number[];
};

/** From where to before where, in the lists of the pieces. */
export type Span = { readonly from: number; readonly to: number };
export type PagePlan = { readonly rows: Span; readonly blocks: Span };

/**
 * Lays rows and blocks on pages, in order and whole. A last page never has blocks alone: a row goes with them, so that totals and
 * signatures stand under goods. A piece higher than a page gets one of its own.
 */
export function breakIntoPages(pieces: Pieces): PagePlan[] {
  const pages = fillPages(pieces);
  const lonely = pages.findIndex(({ rows, blocks }) => isEmpty(rows) && !isEmpty(blocks));
  const before = pages[lonely - 1];
  if (lonely < 1 || !before || before.rows.to - before.rows.from < 2 || !isEmpty(before.blocks)) return pages;
  const at = before.rows.to - 1;
  const kept = pages.slice(0, lonely - 1);
  return [...kept, { rows: { from: before.rows.from, to: at }, blocks: before.blocks }, ...fillPages(pieces, at)];
}

/** All pages from a row on; the letterhead is whole only on the page with the first row. */
function fillPages(pieces: Pieces, firstRow = 0): PagePlan[] {
  const { rows, blocks, tableHead } = pieces;
  const pages: PagePlan[] = [];
  let row = firstRow;
  let block = 0;
  do {
    const start = { row, block };
    let room = start.row === 0 && start.block === 0 ? pieces.firstRoom : pieces.nextRoom;
    const isFresh = (): boolean => row === start.row && block === start.block;
    if (row < rows.length) {
      room -= tableHead;
      while (row < rows.length && (fits(rows[row], room) || isFresh())) room -= rows[row++] ?? 0;
    }
    if (row === rows.length) {
      while (block < blocks.length && (fits(blocks[block], room) || isFresh())) room -= blocks[block++] ?? 0;
    }
    pages.push({ rows: { from: start.row, to: row }, blocks: { from: start.block, to: block } });
  } while (row < rows.length || block < blocks.length);
  return pages;
}

const fits = (height: number | undefined, room: number): boolean => (height ?? 0) <= room;
const isEmpty = ({ from, to }: Span): boolean => from === to;
