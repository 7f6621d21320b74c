import { expect, test } from 'vitest';
import { belongsToText, chordOf, isComposing, type KeyPress } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

test('chords are written as on the buttons', () => {
  const presses = [
    press('F2'),
    press('k', { ctrlKey: true }),
    press('k', { metaKey: true }),
    press('F9', { shiftKey: true }),
    press('Z', { ctrlKey: true, shiftKey: true }),
    press('Escape'),
    press('?', { shiftKey: true }),
    press('1'),
    press(' '),
  ];
  expect(presses.map(chordOf)).toEqual([
    'F2',
    'Ctrl+K',
    'Ctrl+K',
    'Shift+F9',
    'Ctrl+Shift+Z',
    'Escape',
    '?',
    '1',
    'Space',
  ]);
});

test('a modifier alone and a key that the IME holds are no chords', () => {
  expect(['Control', 'Shift', 'Process', 'Dead'].map((key) => chordOf(press(key)))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a key belongs to the IME while it composes, by either sign', () => {
  const presses = [press('Enter', { isComposing: true }), press('Enter', { keyCode: 229 }), press('Enter')];
  expect(presses.map(isComposing)).toEqual([true, true, false]);
});

test('who types in a field keeps characters and Enter, while F-keys and Ctrl act', () => {
  const chords = ['1', 'A', 'Enter', 'ArrowDown', 'Space', 'F9', 'Shift+F9', 'Ctrl+K', 'Alt+1', 'Escape'];
  expect(chords.filter(belongsToText)).toEqual(['1', 'A', 'Enter', 'ArrowDown', 'Space']);
});
