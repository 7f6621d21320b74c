import type { Pieces } from './page-break.ts';

/** Left free on each page: paper may break a line where the screen did not. */
const spareMm = 1.5;
const pixelsPerMm = 96 / 25.4;

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

/**
 * The heights of a document laid out for trial: the rooms of both kinds of pages, the table's head and rows, the closing blocks, of which
 * the last `loose` may go on alone.
 */
export function measurePieces(trial: HTMLElement, loose: number): Pieces {
  const room = (piece: string): number => {
    const found = trial.querySelector(`[data-piece="${piece}"]`);
    return found ? heightOf(found) - spareMm * pixelsPerMm : 0;
  };
  const head = trial.querySelector('thead');
  const bodies = [...trial.querySelectorAll('tbody')].map(heightOf);
  // The totals stay with the last row.
  const totals = bodies.pop() ?? 0;
  const rows = bodies.map((height, index) => (index === bodies.length - 1 ? height + totals : height));
  return {
    firstRoom: room('first-room'),
    nextRoom: room('next-room'),
    tableHead: head ? heightOf(head) : 0,
    rows,
    blocks: [...trial.querySelectorAll('[data-piece="block"]')].map(heightOf),
    loose,
  };
}
