/** Fastest typists stay above 50 ms a key over a whole word; scanners below 30. */
const averageGapMs = 35;
/** A single key of a scanner may come late while the computer is busy. */
const longestGapMs = 100;
const leastCharacters = 4;

export type WedgeVerdict =
  | { readonly kind: 'typing' }
  /** The first character of what may become a burst: the field's content is worth remembering. */
  | { readonly kind: 'first' }
  | { readonly kind: 'scan'; readonly text: string };

/**
 * Tells a scanner that types (a "wedge") from a person: at least four characters, on average within 35 ms of the last, ended by Enter.
 * Works on the times the keys were pressed, not when they were handled.
 */
export class WedgeDetector {
  #text = '';
  #firstAt = 0;
  #lastAt = Number.NEGATIVE_INFINITY;

  /** `character` is the one the key stands for, or 'Enter'; nothing for keys that end a burst (arrows, F-keys). */
  key({ character, at }: { readonly character: string | undefined; readonly at: number }): WedgeVerdict {
    const inBurst = at - this.#lastAt <= longestGapMs;
    this.#lastAt = at;
    if (character === 'Enter') return this.#end(inBurst, at);
    if (character === undefined) return this.#typing('');
    if (!inBurst || this.#text === '') {
      this.#text = character;
      this.#firstAt = at;
      return { kind: 'first' };
    }
    this.#text += character;
    return { kind: 'typing' };
  }

  #end(inBurst: boolean, at: number): WedgeVerdict {
    const text = this.#text;
    const tooSlow = at - this.#firstAt > averageGapMs * text.length;
    if (!inBurst || tooSlow || text.length < leastCharacters) return this.#typing('');
    this.#text = '';
    return { kind: 'scan', text };
  }

  #typing(text: string): WedgeVerdict {
    this.#text = text;
    return { kind: 'typing' };
  }
}

export type PressedKey = { readonly key: string; readonly code: string; readonly shiftKey: boolean };

/** The character of a key. While an IME holds the key back its place on the keyboard still tells figures and letters. */
export function characterOf({ key, code, shiftKey }: PressedKey): string | undefined {
  if (key === 'Enter') return key;
  if (key !== 'Process' && key !== 'Unidentified') return [...key].length === 1 ? key : undefined;
  if (code === 'Enter' || code === 'NumpadEnter') return 'Enter';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? (code === 'Minus' ? '-' : undefined);
}
