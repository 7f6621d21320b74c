export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
};

/** Whether an IME has the key: then it belongs to the word being composed and to nothing else. */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229;
}

/**
 * A key press as shortcuts are written: `F2`, `Ctrl+K`, `Shift+F9`, `Escape`, `1`. Nothing for a modifier alone. Cmd counts as Ctrl;
 * Shift is named only where it does not already change the character.
 */
export function chordOf(press: KeyPress): string | undefined {
  if (['Control', 'Shift', 'Alt', 'Meta', 'Process', 'Dead', 'Unidentified'].includes(press.key)) return undefined;
  const isCharacter = [...press.key].length === 1;
  const withControl = press.ctrlKey || press.metaKey;
  // Larger and smaller are one key each, with Shift or without, on the block of figures too.
  if (withControl && '+='.includes(press.key)) return 'Ctrl+=';
  if (withControl && '-_'.includes(press.key)) return 'Ctrl+-';
  const parts = [
    withControl ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey && (!isCharacter || withControl) ? 'Shift' : '',
    press.key === ' ' ? 'Space' : isCharacter ? press.key.toUpperCase() : press.key,
  ];
  return parts.filter(Boolean).join('+');
}

/** Whether a shortcut would take a character away from somebody who is typing. */
export function belongsToText(chord: string): boolean {
  const typesNothing = /^(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|Escape)$/.test(chord) || /^(?:Ctrl|Alt)\+/.test(chord);
  return !typesNothing;
}
