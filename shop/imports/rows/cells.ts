import type { RowProblem } from '../../../contract/api/imports.ts';

export type ProblemCode = RowProblem['code'];

/** What a cell says, or why it says nothing we can store. */
export type Cell<T> = { readonly value: T; readonly problem?: undefined } | { readonly problem: ProblemCode };

/** A cell without the habits of the programs that wrote it: `="0012"`, a leading tab or apostrophe, spaces at the ends (FORMATS §1 rule 3). */
export function cleanCell(raw: string): string {
  let text = raw.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    text = text.slice(2, -1).replaceAll('""', '"').trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return text;
}

/** Words a person wrote: an apostrophe at their start is part of them, unless it only guards a figure or a formula. */
function cleanWords(raw: string): string {
  const text = raw.trim();
  return /^='?"|^'['\d=+\-@＝＋－＠]/.test(text) ? cleanCell(text) : text;
}

/** Excel has written a long number as a power of ten, and its last digits are gone (FORMATS §1 rule 4). */
const eatenDigits = /^-?\d(\.\d+)?E\+\d{2,}$/i;
/** A whole number that went through a column of decimals: `17850.0`. */
const decimalTail = /^(\d+)\.0+$/;

type TextRule = {
  readonly longest: number;
  readonly needed?: boolean;
  readonly isCode?: boolean;
  readonly isNumber?: boolean;
  /** A word out of the list of a platform: an apostrophe at its start is never its own. */
  readonly isTerm?: boolean;
};

/** A reader of text cells. Codes must have kept their digits; numbers of documents and people lose a `.0` that is not theirs. */
export function textReader({ longest, needed, isCode, isNumber, isTerm }: TextRule): (raw: string) => Cell<string> {
  return (raw) => {
    let text = isCode || isTerm ? cleanCell(raw) : cleanWords(raw);
    if (isCode && eatenDigits.test(text)) return { problem: 'digits-lost' };
    if (isNumber) text = text.replace(decimalTail, '$1');
    if (text === '' && needed) return { problem: 'field-empty' };
    return text.length > longest ? { problem: 'too-long' } : { value: text };
  };
}

/** A masked phone (`138****6198`) is no phone (FORMATS §1 rule 7). */
export function readPhone(raw: string): Cell<string> {
  const text = cleanCell(raw);
  if (/[*#]{2}/.test(text)) return { value: '' };
  return textReader({ longest: 40, isCode: true, isNumber: true })(text);
}

/**
 * Remembers what each distinct text came to: a file of 200,000 rows has a few thousand dates, prices and codes. The remembered text is
 * a copy of its own, or it would keep the whole piece of the file that it was cut from.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const own = ` ${text}`.slice(1);
    const result = read(own);
    known.set(own, result);
    return result;
  };
}
