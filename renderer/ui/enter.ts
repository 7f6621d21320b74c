import { isComposing } from '../state/keys.ts';

const fields = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), [data-enter-last]:not(:disabled)';

/**
 * Enter goes on: from one field to the next, and from the last to the button marked `data-enter-last`, which it presses.
 * Attach it to the element around the fields. Text areas keep their Enter, and so does an IME.
 */
export function enterGoesOn(around: HTMLElement): () => void {
  const hear = (event: KeyboardEvent): void => {
    const from = event.target;
    if (event.key !== 'Enter' || isComposing(event)) return;
    if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
    event.preventDefault();
    const all = [...around.querySelectorAll<HTMLElement>(fields)].filter(isReachable);
    const next = all.slice(all.indexOf(from) + 1).find((field) => !isSameRadio(from, field));
    if (next?.dataset.enterLast !== undefined) next.click();
    else next?.focus();
  };
  around.addEventListener('keydown', hear);
  return () => around.removeEventListener('keydown', hear);
}

function isReachable(field: HTMLElement): boolean {
  return (
    field.checkVisibility() && (!(field instanceof HTMLInputElement) || field.type !== 'radio' || standsForGroup(field))
  );
}

/** Of a group of radio buttons only the chosen one (or the first of none chosen) takes the focus. */
function standsForGroup(radio: HTMLInputElement): boolean {
  const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(radio.name)}"]`)];
  return radio.checked || (!group.some(({ checked }) => checked) && group[0] === radio);
}

function isSameRadio(from: HTMLElement, field: HTMLElement): boolean {
  if (!(from instanceof HTMLInputElement && field instanceof HTMLInputElement)) return false;
  return from.type === 'radio' && from.name === field.name;
}

/** For a field whose text is taken on Enter, which goes on only where nothing is typed. An IME keeps its own. */
export function enterTakes(text: () => string, take: (text: string) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || isComposing(event) || !text().trim()) return;
    event.preventDefault();
    event.stopPropagation();
    take(text());
  };
}
