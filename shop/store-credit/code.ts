import { randomInt } from 'node:crypto';

/** Digits and capitals without those that look alike (0 O, 1 I L): 31, a prime, so that the check finds every swap. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const randomSigns = 12;

/** A code that nobody guesses: twelve random signs (59 bits) and one that checks them. Printable as a barcode. */
export function newCode(pick: (below: number) => number = randomInt): string {
  const chosen = Array.from({ length: randomSigns }, () => signs.charAt(pick(signs.length))).join('');
  return chosen + checkOf(chosen);
}

/** As it was typed or scanned: spaces, dashes and small letters do not matter. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** Whether the last sign fits the others: one sign mistyped, or two next to each other exchanged, do not. */
export function isWholeCode(code: string): boolean {
  return code.length === randomSigns + 1 && checkOf(code.slice(0, -1)) === code.slice(-1);
}

function checkOf(chosen: string): string {
  const sum = [...chosen].reduce((total, sign, index) => total + (index + 1) * signs.indexOf(sign), 0);
  return signs.charAt(((sum % signs.length) + signs.length) % signs.length);
}
