/** A spreadsheet keeps this many digits of a number. */
const digitsKept = 15;
const firstTooLong = 10 ** digitsKept;

/**
 * A number as a person would have typed it: 2.5499999999999998 is 2.55. A whole number with more digits than a spreadsheet keeps may have
 * lost the last ones, and comes as a power of ten, which no code can be taken from (FORMATS §1 rule 4); unless its last digit still
 * stands, for then no spreadsheet has had it. What is no number stays as it is.
 */
export function numberText(raw: string): string {
  const value = raw.trim() === '' ? Number.NaN : Number(raw);
  if (!Number.isFinite(value)) return raw;
  const size = Math.abs(value);
  if (size >= firstTooLong) return isWhole(raw, size) ? raw : powerOfTen(value);
  const short = Number(value.toPrecision(digitsKept));
  return Math.abs(short) < 1e-6 && short !== 0 ? plainSmall(short) : String(short);
}

function isWhole(raw: string, size: number): boolean {
  return /^-?\d*[1-9]$/.test(raw) && size <= Number.MAX_SAFE_INTEGER;
}

function powerOfTen(value: number): string {
  const [digits = '', power = ''] = value.toExponential(digitsKept - 1).split('e+');
  return `${digits.replace(/\.?0+$/, '')}E+${power.padStart(2, '0')}`;
}

/** What a sum in floating point leaves of nothing is a figure with many zeros, not a power of ten. */
function plainSmall(value: number): string {
  const [digits = '', power = ''] = Math.abs(value).toExponential().split('e-');
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(power) - 1)}${digits.replace('.', '')}`;
}
