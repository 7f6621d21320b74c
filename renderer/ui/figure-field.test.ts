import { expect, test } from 'vitest';
import { language } from '../i18n/index.ts';
import { FigureField } from './figure-field.svelte.ts';

function fieldOf(value: number | undefined, most?: number) {
  const held = { value };
  const field = new FigureField(
    () => held.value,
    () => ({ digits: 2, least: 0, most, format: (cents) => (cents / 100).toFixed(2) }),
  );
  const type = (text: string): void => {
    held.value = field.type(text);
  };
  return { held, field, type };
}

test('what is typed stays as it is until the field is left, then it is written properly', () => {
  const { held, field, type } = fieldOf(undefined);
  type('1,284.5');
  const typed = field.text;
  field.leave();
  expect([held.value, typed, field.text]).toEqual([128_450, '1,284.5', '1284.50']);
});

test('a value from elsewhere wins over what was typed', () => {
  const { held, field, type } = fieldOf(undefined);
  type('5');
  held.value = 700;
  expect(field.text).toBe('7.00');
});

test('a bad figure keeps its text and is explained when the field is left', () => {
  language.locale = 'en';
  const { held, field, type } = fieldOf(undefined, 25_700);
  type('300');
  const whileTyping = field.error;
  field.leave();
  expect([held.value, field.text, whileTyping, field.error]).toEqual([undefined, '300', undefined, 'At most 257.00']);
});
