import { actions } from './actions.ts';
import { belongsToText, chordOf, isComposing } from './keys.ts';
import { scans } from './scans.ts';
import { characterOf, WedgeDetector } from './wedge.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;
type Remembered = { readonly field: TextField; readonly value: string };

const textInputTypes = ['text', 'search', 'tel', 'url', 'email', 'password', 'number', 'date'];

function textFieldOf(target: EventTarget | null): TextField | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && textInputTypes.includes(target.type) ? target : undefined;
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || textFieldOf(target) !== undefined;
}

/** Gives a field its content from before the scan; bindings hear of it like of typing. */
function restore({ field, value }: Remembered): void {
  if (field.value === value) return;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * The one place that hears every key: scanner bursts first, wherever the focus is, then shortcuts. It listens before the page does
 * (capture), so that no field sees the Enter that ends a scan. Gives the way to stop.
 */
export function listenToKeys(page: Document): () => void {
  const wedge = new WedgeDetector();
  let before: Remembered | undefined;
  let since = 0;

  const hear = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter') return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Shift') return;
    const verdict = wedge.key({ character: plain ? characterOf(event) : undefined, at: event.timeStamp });
    if (verdict.kind === 'first') {
      const field = textFieldOf(event.target);
      before = field && { field, value: field.value };
      since = event.timeStamp;
    }
    if (verdict.kind === 'scan') {
      event.preventDefault();
      event.stopPropagation();
      if (isComposing(event)) before?.field.blur();
      if (before) restore(before);
      scans.deliver(verdict.text, since);
      return;
    }
    runShortcut(event);
  };
  page.addEventListener('keydown', hear, { capture: true });
  return () => page.removeEventListener('keydown', hear, { capture: true });
}

function runShortcut(event: KeyboardEvent): void {
  const chord = isComposing(event) ? undefined : chordOf(event);
  if (!chord || (belongsToText(chord) && takesText(event.target))) return;
  if (chord === 'Escape' && document.querySelector(':popover-open')) return;
  const action = actions.forShortcut(chord);
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  void action.run();
}
