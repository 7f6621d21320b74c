type Size = { readonly widthMm: number; readonly heightMm: number };
type Ruler = {
  readonly path: string;
  readonly numbers: readonly { readonly x: number; readonly y: number; readonly mm: number }[];
};

/** Where the number of every tenth line stands, from the edge; beside a line it needs its own width. */
const belowMm = 5.4;
const besideMm = 6.6;

/**
 * A line for each millimetre along the top and the left edge, the fifths longer and the tenths longest and numbered. Where strips of holes run
 * down both sides, the left ruler lies beside its strip, and no number stands on one.
 */
export function rulerOf({ widthMm, heightMm }: Size, stripMm = 0): Ruler {
  const [across, down] = [linesUpTo(widthMm), linesUpTo(heightMm)];
  const path = [
    ...across.map((mm) => `M${mm} 0v${lengthAt(mm)}`),
    ...down.map((mm) => `M${stripMm} ${mm}h${lengthAt(mm)}`),
  ].join('');
  const isNumbered = (mm: number, most: number, strip = 0): boolean =>
    mm % 10 === 0 && mm < most - strip - 3 && (strip === 0 || mm > strip + 3);
  return {
    path,
    numbers: [
      ...across.filter((mm) => isNumbered(mm, widthMm, stripMm)).map((mm) => ({ x: mm, y: belowMm, mm })),
      ...down.filter((mm) => isNumbered(mm, heightMm)).map((mm) => ({ x: stripMm + besideMm, y: mm, mm })),
    ],
  };
}

const linesUpTo = (mm: number): number[] => Array.from({ length: Math.floor(mm) }, (_, at) => at + 1);

function lengthAt(mm: number): number {
  if (mm % 10 === 0) return 4;
  return mm % 5 === 0 ? 3 : 2;
}

/** The edge of what sheets use of a paper. */
export function frameOf(
  { widthMm, heightMm }: Size,
  edge: { readonly sideMm: number; readonly edgeMm: number },
): string {
  const [width, height] = [widthMm - 2 * edge.sideMm, heightMm - 2 * edge.edgeMm];
  return `M${edge.sideMm} ${edge.edgeMm}h${width}v${height}h${-width}z`;
}
