import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rotated, superfluous, superfluousBeforeMigration } from './rotation.ts';

const dayOf = (at: string): string => at.slice(0, 10);

const start = Date.UTC(2025, 0, 1);
const minuteMs = 60_000;
const someBackups = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 * 365 * 24 * 60 }), { maxLength: 400 })
  .chain((minutes) =>
    fc.tuple(
      ...minutes.map((minute) =>
        fc
          .constantFrom('by-itself', 'on-close', 'asked', 'before-month-close')
          .map((why) => backupAt(minute, why as Rotated['why'])),
      ),
    ),
  );

function backupAt(minute: number, why: Rotated['why']): Rotated {
  const at = new Date(start + minute * minuteMs).toISOString();
  return { file: `shop-${at}.db`, at, why };
}

/** What stays after rotation. */
function keptOf(backups: readonly Rotated[]): Rotated[] {
  const gone = new Set(superfluous(backups, dayOf));
  return backups.filter(({ file }) => !gone.has(file));
}

const newestFirst = (backups: readonly Rotated[]): Rotated[] => [...backups].sort((a, b) => (a.at < b.at ? 1 : -1));
const isOwn = ({ why }: Rotated): boolean => why === 'by-itself' || why === 'on-close';

test('whatever was made, the newest stay, and each of the newest days and every month keep their last', () => {
  fc.assert(
    fc.property(someBackups, (backups) => {
      const kept = new Set(keptOf(backups));
      const own = newestFirst(backups.filter(isOwn));
      for (const backup of own.slice(0, 48)) expect(kept).toContain(backup);
      const days = [...Map.groupBy(own, ({ at }) => dayOf(at)).values()];
      for (const [last] of days.slice(0, 30)) expect(kept).toContain(last);
      for (const [last] of Map.groupBy(own, ({ at }) => at.slice(0, 7)).values()) expect(kept).toContain(last);
      for (const backup of backups.filter((made) => !isOwn(made))) expect(kept).toContain(backup);
    }),
  );
});

test('no more is kept than there are recent ones, days, weeks and months to keep for', () => {
  fc.assert(
    fc.property(someBackups, (backups) => {
      const own = backups.filter(isOwn);
      const months = new Set(own.map(({ at }) => at.slice(0, 7))).size;
      expect(keptOf(backups).filter(isOwn).length).toBeLessThanOrEqual(48 + 30 + 12 + months);
    }),
  );
});

test('rotating again removes nothing more, and a day at a time keeps what rotating at once keeps', () => {
  fc.assert(
    fc.property(someBackups, (backups) => {
      const once = keptOf(backups);
      expect(keptOf(once)).toEqual(once);
      let bit: Rotated[] = [];
      for (const backup of newestFirst(backups).reverse()) bit = keptOf([...bit, backup]);
      expect(new Set(bit)).toEqual(new Set(once));
    }),
    { numRuns: 10 },
  );
});

test('a backup every quarter of an hour for a year: half a day whole, a month of days, a quarter of weeks, the months', () => {
  const year = Array.from({ length: 365 * 40 }, (_, n) =>
    backupAt(Math.floor(n / 40) * 1440 + 600 + (n % 40) * 15, 'by-itself'),
  );
  expect(keptOf(year)).toHaveLength(48 + 28 + 7 + 10);
});

test('of the copies from before migrations the newest five stay', () => {
  const names = Array.from({ length: 9 }, (_, n) => `before-migration-${n % 3}-2026-11-0${n + 1}T000000000Z.db`);
  expect(superfluousBeforeMigration([...names, 'shop-x.db', 'before-migration.txt']).sort()).toEqual(
    names.slice(0, 4).sort(),
  );
});
