import { expect, test } from 'vitest';
import { nameOf, usualFolder } from './month-export.svelte.ts';

test('files go below the shop’s folder, written as the system writes paths', () => {
  expect(usualFolder({ folder: '/data/shop/', platform: 'linux' }, '2026-10')).toBe('/data/shop/exports/2026-10');
  expect(usualFolder({ folder: 'C:\\Shop', platform: 'win32' }, '2026-10')).toBe('C:\\Shop\\exports\\2026-10');
});

test('a list shows the file’s own name', () => {
  expect(['/a/2026-10-journal.csv', 'C:\\a\\x.csv', 'x.csv'].map(nameOf)).toEqual([
    '2026-10-journal.csv',
    'x.csv',
    'x.csv',
  ]);
});
