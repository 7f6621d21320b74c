import { conditions, type Disposition, grades } from '../../../contract/values/words.ts';
import { isComposing } from '../../state/keys.ts';
import type { CounterLine } from './counter-line.svelte.ts';
import type { Grading } from './grading.svelte.ts';
import { keyOf, type Place, typesText } from './places.ts';
import { otherReason, reasonKeys } from './reasons.ts';

/** Where goods can go from the counter; who leaves takes them along, so nothing is sent back. Keys in a row beneath the digits. */
export const counterWays = ['resell', 'repair', 'scrap', 'supplier'] as const satisfies readonly Disposition[];
export const gradeKeys = { grades: 'ABC', ways: 'QWER', split: 'S' } as const;
/** How it looks, by the keys in the middle row; and the keys that lead to what is typed or ticked. */
export const conditionKeys = 'DFGH';
export const fieldKeys = { unit: 'N', missing: 'M', value: 'V' } as const;

type Open = { readonly line: CounterLine; readonly reasons: readonly string[]; readonly graded: boolean };

/**
 * The keys of an open line, outside its texts: digits choose the reason, letters grade and way, + and − the quantity. Does what
 * the key says and gives where to go on; nothing for keys that mean nothing here.
 */
export function pressOnLine(event: KeyboardEvent, open: Open): Place | 'remove' | 'stay' | 'not-counted' | undefined {
  const { line, graded } = open;
  const step = stepOf(event);
  if (step !== undefined) return line.count(step) ? 'stay' : 'not-counted';
  const key = keyOf(event);
  if (key === undefined) return undefined;
  if (key === 'Delete') return 'remove';
  return reasonPressed(key, open) ?? looksPressed(key, line) ?? (graded ? gradePressed(key, event, line) : undefined);
}

/** + and − count, also in the quantity itself, where they would be no figure; there the arrows do too. */
function stepOf(event: KeyboardEvent): number | undefined {
  const inQuantity = event.target instanceof Element && event.target.closest('[data-quantity]') !== null;
  if (isComposing(event) || event.ctrlKey || event.altKey || (typesText(event) && !inQuantity)) return undefined;
  if (event.key === '+' || event.key === '=' || (inQuantity && event.key === 'ArrowUp')) return 1;
  return event.key === '-' || (inQuantity && event.key === 'ArrowDown') ? -1 : undefined;
}

function reasonPressed(key: string, { line, reasons, graded }: Open): Place | undefined {
  const reason = /^\d$/.test(key) ? reasons[reasonKeys(reasons.length).indexOf(key)] : undefined;
  if (reason === undefined) return undefined;
  line.reason = reason;
  if (reason === otherReason && !line.note.trim()) return `line-${line.key}-note`;
  return graded ? `line-${line.key}-grading-0-grade` : `line-${line.key}-reason`;
}

/** How it looks is said by its key and goes nowhere else; the other keys lead to fields that the line has. */
function looksPressed(key: string, line: CounterLine): Place | 'stay' | undefined {
  if (key.length !== 1) return undefined;
  const condition = conditions[conditionKeys.indexOf(key)];
  if (condition) {
    line.condition = condition;
    return 'stay';
  }
  if (key === fieldKeys.unit && line.tracking) return `line-${line.key}-unit`;
  if (key === fieldKeys.missing && line.accessories.length > 0) return `line-${line.key}-missing`;
  return key === fieldKeys.value && !line.sold ? `line-${line.key}-value` : undefined;
}

function gradePressed(key: string, event: KeyboardEvent, line: CounterLine): Place | undefined {
  if (key === gradeKeys.split && (line.quantity ?? 0) > 1) {
    line.split();
    return `line-${line.key}-grading-${line.gradings.length - 1}-grade`;
  }
  const at = gradingAt(event);
  const grading: Grading | undefined = line.gradings[at];
  const grade = grades[gradeKeys.grades.indexOf(key)];
  const way = counterWays[gradeKeys.ways.indexOf(key)];
  if (!grading || key.length !== 1 || (!grade && !way)) return undefined;
  if (grade) grading.pick(grade);
  else if (way) grading.disposition = way;
  return `line-${line.key}-grading-${at}-${grade ? 'grade' : 'disposition'}`;
}

/** Which of a line's gradings the focus is in; the first when it is in none. */
function gradingAt({ target }: KeyboardEvent): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-grading]') : undefined;
  return Number(row?.dataset.grading ?? 0);
}
