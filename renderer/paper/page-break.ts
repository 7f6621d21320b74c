/** Heights of the pieces of a document, all in one unit. Rows stand in the table, blocks follow it. */
export type Pieces = {
  /** What a page has for its rows and blocks: the first carries the whole letterhead, the others a short one. */
  readonly firstRoom: number;
  readonly nextRoom: number;
  /** The table's head, which every page with rows repeats. */
  readonly tableHead: number;
  readonly rows: readonly number[];
  readonly blocks: readonly number[];
  /** So many of the last blocks may stand on another page than the last row. */
  readonly loose?: number;
};

/** From where to before where, in the lists of the pieces. */
export type Span = { readonly from: number; readonly to: number };
export type PagePlan = { readonly rows: Span; readonly blocks: Span };

/**
 * Lays rows and blocks on pages, in order and whole. The last row and all blocks but the loose ones stay together where a page can
 * hold them, so that totals and signatures stand under goods. What is too high for the first page waits for the next; what is too high for any page gets
 * one of its own.
 */
export function breakIntoPages(pieces: Pieces): PagePlan[] {
  const { rows, blocks, tableHead, nextRoom } = pieces;
  const closing = sum(blocks.slice(0, blocks.length - (pieces.loose ?? 0)));
  const staysTogether = tableHead + (rows.at(-1) ?? 0) + closing <= nextRoom;
  const pages: PagePlan[] = [];
  let row = 0;
  let block = 0;
  do {
    const start = { row, block };
    let room = pages.length === 0 ? pieces.firstRoom : nextRoom;
    const isFresh = (): boolean => row === start.row && block === start.block;
    /** `company` is what has to stand on the same page, unless the page is empty. */
    const takes = (height: number, most: number, company = 0): boolean => {
      if (height + company <= room) return true;
      return isFresh() && (pages.length > 0 || height <= room || height > most);
    };
    if (row < rows.length) room -= tableHead;
    while (row < rows.length) {
      const height = rows[row] ?? 0;
      const company = staysTogether && row === rows.length - 1 ? closing : 0;
      if (!takes(height, nextRoom - tableHead, company)) break;
      room -= height;
      row += 1;
    }
    while (row === rows.length && block < blocks.length) {
      const height = blocks[block] ?? 0;
      if (!takes(height, nextRoom)) break;
      room -= height;
      block += 1;
    }
    pages.push({ rows: { from: start.row, to: row }, blocks: { from: start.block, to: block } });
  } while (row < rows.length || block < blocks.length);
  return pages;
}

/** How many blank lines a page still takes below its rows, so that what follows always stands at the same place. */
export function blankLines(pieces: Pieces, page: PagePlan & { readonly isFirst: boolean }, lineHeight: number): number {
  const { rows, blocks } = page;
  if (rows.to === rows.from) return 0;
  const used =
    pieces.tableHead + sum(pieces.rows.slice(rows.from, rows.to)) + sum(pieces.blocks.slice(blocks.from, blocks.to));
  const room = page.isFirst ? pieces.firstRoom : pieces.nextRoom;
  return Math.max(0, Math.floor((room - used) / lineHeight));
}

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);
