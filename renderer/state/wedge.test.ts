import { expect, test } from 'vitest';
import { characterOf, WedgeDetector, type WedgeVerdict } from './wedge.ts';

/** Presses the characters one after the other and then Enter; gives the last verdict. */
function press(text: string, gapMs: number, detector = new WedgeDetector(), start = 1000): WedgeVerdict {
  let at = start;
  for (const character of text) {
    detector.key({ character, at });
    at += gapMs;
  }
  return detector.key({ character: 'Enter', at });
}

test('a burst that ends with Enter is a scan', () => {
  expect(press('R-2026-000118', 12)).toEqual({ kind: 'scan', text: 'R-2026-000118' });
});

test('a person who types and presses Enter is not', () => {
  expect(press('S-10442', 90)).toEqual({ kind: 'typing' });
});

test('a burst with one late key is still a scan', () => {
  const detector = new WedgeDetector();
  const times = [0, 10, 20, 95, 105, 115, 125, 135];
  for (const [index, at] of times.entries()) detector.key({ character: String(index), at });
  expect(detector.key({ character: 'Enter', at: 145 })).toEqual({ kind: 'scan', text: '01234567' });
});

test('three characters are too few for a code', () => {
  expect(press('123', 10)).toEqual({ kind: 'typing' });
});

test('Enter long after a burst belongs to the person', () => {
  const detector = new WedgeDetector();
  for (const [index, character] of [...'12345678'].entries()) detector.key({ character, at: 1000 + index * 10 });
  expect(detector.key({ character: 'Enter', at: 1600 })).toEqual({ kind: 'typing' });
});

test('what was typed just before the scan is no part of it', () => {
  const detector = new WedgeDetector();
  detector.key({ character: 'x', at: 100 });
  expect(press('69012345', 15, detector, 400)).toEqual({ kind: 'scan', text: '69012345' });
});

test('a second scan starts afresh', () => {
  const detector = new WedgeDetector();
  press('11112222', 10, detector, 0);
  expect(press('33334444', 10, detector, 500)).toEqual({ kind: 'scan', text: '33334444' });
});

test('a key that types nothing ends the burst', () => {
  const detector = new WedgeDetector();
  for (const [index, character] of [...'1234'].entries()) detector.key({ character, at: index * 10 });
  detector.key({ character: undefined, at: 40 });
  expect(detector.key({ character: 'Enter', at: 50 })).toEqual({ kind: 'typing' });
});

test('the first character is told, so that the field can be remembered', () => {
  expect(new WedgeDetector().key({ character: '6', at: 0 })).toEqual({ kind: 'first' });
});

test('a character is known by its place on the keyboard while an IME holds the key', () => {
  const key = (code: string, shiftKey = false) => characterOf({ key: 'Process', code, shiftKey });
  expect([key('KeyR'), key('KeyR', true), key('Digit7'), key('Minus'), key('Enter'), key('F2')]).toEqual([
    'r',
    'R',
    '7',
    '-',
    'Enter',
    undefined,
  ]);
});
