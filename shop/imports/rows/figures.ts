import { type Cell, cleanCell } from './cells.ts';

/** Beyond this a quantity is a mistake, and sums could leave the safe integers. */
const largestQuantity = 1e9;
const largestAmount = 1e12;

const figure = /^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/;
const powerOfTen = /^-?\d+(\.\d+)?E[+-]?\d+$/i;
const signs = /[¥$£€元]/g;

/** A figure as a plain decimal: without currency signs and thousands commas, brackets as a minus (FORMATS §1 rule 3). */
function plainFigure(raw: string): Cell<string> {
  let text = cleanCell(raw).normalize('NFKC').replace(signs, '').replace('\u2212', '-').replace(/\s/g, '');
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  if (text === '') return { value: '' };
  if (powerOfTen.test(text)) return { problem: 'digits-lost' };
  if (!/\d/.test(text) || !figure.test(text)) return { problem: 'not-a-number' };
  return { value: text.replaceAll(',', '') };
}

/**
 * A plain decimal as a whole number of its last allowed decimal. A float's tail (2.5499999999999998) is taken for the figure it
 * stands for; other decimals too many are refused.
 */
function scaled(text: string, decimals: number): number | undefined {
  const value = Number(text) * 10 ** decimals;
  const whole = Math.round(value);
  const tail = Math.max(1e-9 * 10 ** decimals, 4 * Number.EPSILON * Math.abs(value));
  return Math.abs(value - whole) <= tail ? whole + 0 : undefined;
}

/** A quantity in thousandths, of either sign. */
export function readQuantity(raw: string): Cell<number> {
  const plain = plainFigure(raw);
  if (plain.problem) return plain;
  if (plain.value === '') return { problem: 'field-empty' };
  if (Math.abs(Number(plain.value)) > largestQuantity) return { problem: 'not-a-number' };
  const milli = scaled(plain.value, 3);
  if (milli === undefined) return { problem: 'too-many-decimals' };
  return milli === 0 ? { problem: 'zero-quantity' } : { value: milli };
}

/** A price in ten-thousandths; zero is a price, less than zero is none. */
export function readPrice(raw: string): Cell<number> {
  const plain = plainFigure(raw);
  if (plain.problem) return plain;
  if (plain.value === '') return { problem: 'field-empty' };
  const value = Number(plain.value);
  if (value < 0 || value > largestAmount / 100) return { problem: 'not-a-price' };
  const price = scaled(plain.value, 4);
  return price === undefined ? { problem: 'too-many-decimals' } : { value: price };
}

/** An amount in the currency's smallest unit, of either sign; nothing when the cell is empty. Rounded once, half away from zero. */
export function readAmount(digits: number): (raw: string) => Cell<number | undefined> {
  return (raw) => {
    const plain = plainFigure(raw);
    if (plain.problem) return plain;
    if (plain.value === '') return { value: undefined };
    const price = scaled(plain.value, 4);
    if (price === undefined) return { problem: 'too-many-decimals' };
    if (Math.abs(Number(plain.value)) > largestAmount / 100) return { problem: 'not-a-number' };
    const unit = 10 ** (4 - digits);
    return { value: Math.sign(price) * Math.round(Math.abs(price) / unit) };
  };
}

/** Whether price × quantity is an amount that the books can hold. */
export function isBookable(priceE4: number, milli: number): boolean {
  return (priceE4 / 10_000) * (Math.abs(milli) / 1000) <= largestAmount / 100;
}
