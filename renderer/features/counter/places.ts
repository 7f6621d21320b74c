import { tick } from 'svelte';
import { isComposing } from '../../state/keys.ts';
import type { SettlementPlace } from '../settlement/settlement-problems.ts';

/** The fields of a line, beside its gradings. */
export type LinePart = 'quantity' | 'unit' | 'missing' | 'condition' | 'reason' | 'note' | 'value';

/** A field of the counter, where something can be missing or wrong. Lines go by their key, gradings by their place on the line. */
export type Place =
  | 'receipt'
  | 'comes-back'
  | `line-${number}-${LinePart}`
  | `line-${number}-grading-${number}-${'quantity' | 'grade' | 'disposition' | 'write-down' | 'note'}`
  | `line-${number}-gradings`
  | SettlementPlace
  | 'approve'
  | 'approve-note'
  | 'pay';

/** What is wrong, and where. */
export type Problem = { readonly place: Place; readonly text: string };

/** The key of the line a place is on. */
export function lineOf(place: Place): number | undefined {
  const key = /^line-(\d+)-/.exec(place)?.[1];
  return key === undefined ? undefined : Number(key);
}

/** Puts the focus into a place once what leads there has been drawn. Of a group the chosen one takes it. */
export async function goTo(place: Place): Promise<void> {
  await tick();
  const around = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const field =
    around?.querySelector<HTMLElement>('input:checked') ??
    around?.querySelector<HTMLElement>('input:not(:disabled), textarea, select, button:not(:disabled), [tabindex]');
  field?.focus();
}

/** Hears the keys of everything within an element, without making it something to press; `first`: before all within. */
export function hearing(
  press: (event: KeyboardEvent) => void,
  { first = false }: { readonly first?: boolean } = {},
): (element: HTMLElement) => () => void {
  return (element) => {
    element.addEventListener('keydown', press, { capture: first });
    return () => element.removeEventListener('keydown', press, { capture: first });
  };
}

/** Hears of everything typed or chosen within an element. */
export function hearingInput(changed: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    element.addEventListener('input', changed);
    return () => element.removeEventListener('input', changed);
  };
}

/** Whether a key belongs to the text being typed. */
export function typesText({ target }: Event): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}

/** The character of a key press that is no text and no shortcut. */
export function keyOf(event: KeyboardEvent): string | undefined {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || typesText(event)) return undefined;
  return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}
