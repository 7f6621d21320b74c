import { expect, test } from 'vitest';
import { type Entry, fillMessage, type Message } from './catalogue.ts';
import { catalogue } from './texts.ts';

const entries = Object.entries(catalogue) as [string, Entry][];
const sentences = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placesIn = (message: Message): string[] => [
  ...new Set(sentences(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place))),
];

test('both languages of a text take the same parameters', () => {
  const different = entries.filter(([, { zh, en }]) => placesIn(zh).sort().join() !== placesIn(en).sort().join());
  expect(different.map(([key]) => key)).toEqual([]);
});

test('no text is empty, and Chinese is not English', () => {
  const wrong = entries.filter(([, { zh, en }]) =>
    [...sentences(zh), ...sentences(en)].some((text) => text.trim() === '' || text !== text.trim()),
  );
  const english = entries.filter(([, { zh }]) =>
    sentences(zh).some((text) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text)),
  );
  expect([wrong, english].map((list) => list.map(([key]) => key))).toEqual([[], []]);
});

test('keys are made of an area and a name', () => {
  expect(entries.map(([key]) => key).filter((key) => !/^[a-z]+\.[a-z0-9-]+$/.test(key))).toEqual([]);
});

test('a message takes its parameters and the form of its count', () => {
  const rows: Message = { one: '{count} row of {file}', other: '{count} rows of {file}' };
  expect([
    fillMessage(rows, 'en', { count: 1, file: 'a.csv' }),
    fillMessage(rows, 'en', { count: 245_903, file: 'a.csv' }),
    fillMessage('共 {count} 行', 'zh-CN', { count: 1234 }),
  ]).toEqual(['1 row of a.csv', '245,903 rows of a.csv', '共 1,234 行']);
});

test('a parameter that is missing is a bug, not a gap in the sentence', () => {
  expect(() => fillMessage('{step} next', 'en')).toThrow('without a value for {step}');
});
