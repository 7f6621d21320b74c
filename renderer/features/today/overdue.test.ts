import { expect, test } from 'vitest';
import { OverdueWatch } from './overdue.ts';

const noon = Date.parse('2026-11-18T12:00:00Z');
const row = (key: string, dueAt: string | undefined) => ({ key, dueAt });

test('what becomes late while one looks on is told once', () => {
  const watch = new OverdueWatch();
  const rows = [row('a', '2026-11-18T12:10:00Z'), row('b', '2026-11-18T11:00:00Z'), row('c', undefined)];
  expect(watch.look(rows, noon)).toEqual([]);
  expect(watch.look(rows, noon + 9 * 60_000)).toEqual([]);
  expect(watch.look(rows, noon + 11 * 60_000)).toEqual([rows[0]]);
  expect(watch.look(rows, noon + 12 * 60_000)).toEqual([]);
});

test('a thing with a new date may become late again', () => {
  const watch = new OverdueWatch();
  watch.look([row('a', '2026-11-18T12:10:00Z')], noon);
  watch.look([row('a', '2026-11-18T12:10:00Z')], noon + 3_600_000);
  expect(watch.look([row('a', '2026-11-18T13:30:00Z')], noon + 3_600_000)).toEqual([]);
  expect(watch.look([row('a', '2026-11-18T13:30:00Z')], noon + 7_200_000)).toHaveLength(1);
});
