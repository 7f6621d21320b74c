import type { ProblemCode } from './cells.ts';

const brokenText = /\uFFFD|锟斤拷/;

/** Too few cells, or more than there are columns (empty ones at the end are a habit of some exports), or broken characters. */
export function shapeProblem(
  cells: readonly string[],
  { width, isDamaged }: { width: number; isDamaged: boolean },
): ProblemCode | undefined {
  if (cells.length < width || (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')))
    return 'wrong-cell-count';
  return isDamaged && cells.some((cell) => brokenText.test(cell)) ? 'text-damaged' : undefined;
}
