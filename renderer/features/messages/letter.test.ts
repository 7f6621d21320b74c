import { expect, test } from 'vitest';
import { withText } from './letter.ts';

test('a letter of the template carries the text as it was changed, and the subject as it was', () => {
  const letter = withText('mailto:a%2Bb@c.example?subject=Your%20return%20%26%20money&body=old', 'One & two\n三=3');
  const { searchParams, pathname } = new URL(letter);
  expect(pathname).toBe('a%2Bb@c.example');
  expect([...searchParams]).toEqual([
    ['subject', 'Your return & money'],
    ['body', 'One & two\r\n三=3'],
  ]);
});
