import { expect, test } from 'vitest';
import type { Health } from './health.svelte.ts';
import { PutOff } from './put-off.svelte.ts';
import { warningsOf } from './warnings.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const dayMs = 24 * 3600_000;
const second = { folder: '/stick', reachable: true, lastBackupAt: '2026-11-21T07:50:00Z' };

function health(more: Partial<Health> = {}): Health {
  return {
    ledgersAgree: true,
    changedSinceBackup: false,
    second,
    folder: '/shop',
    events: 50,
    head: 'ab',
    startCheck: 'good',
    clock: { state: 'right', clockDay: '2026-11-21', today: '2026-11-21' },
    spaceLow: false,
    ...more,
  };
}

const { second: _, ...noSecond } = health();
const kindsOf = (given: Health): string[] => warningsOf(given, now).map(({ kind }) => kind);

test.each([
  ['all is well', health(), []],
  ['the check of the start found something', health({ startCheck: 'wrong' }), ['wrong']],
  ['the ledgers differ', health({ ledgersAgree: false }), ['wrong']],
  ['no second folder in a shop with entries', noSecond, ['second-none']],
  ['no second folder in a shop that has hardly begun', { ...noSecond, events: 3 }, []],
  ['a stick that is away since yesterday', health({ second: { ...second, reachable: false } }), []],
  [
    'a stick that is away for days',
    health({ second: { ...second, reachable: false, lastBackupAt: '2026-11-10T07:50:00Z' } }),
    ['second-gone'],
  ],
  [
    'a clock set back, a full disk and a folder that is copied',
    health({
      clock: { state: 'behind', clockDay: '2026-10-01', today: '2026-11-21' },
      spaceLow: true,
      syncedBy: 'Dropbox',
    }),
    ['behind', 'space', 'synced'],
  ],
] as const)('%s', (_name, given, kinds) => expect(kindsOf(given)).toEqual(kinds));

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test('of what can be put off one is said at a time; put off it rests for its days, here and after a new start', () => {
  const kept = memory();
  const putOff = new PutOff(kept);
  const warnings = warningsOf(health({ startCheck: 'wrong', spaceLow: true, syncedBy: 'Dropbox' }), now);
  const said = (off: PutOff, at: number): string[] => off.toSay(warnings, at).map(({ kind }) => kind);
  const before = said(putOff, now);
  putOff.putOff('space', now);
  putOff.putOff('wrong', now);
  expect([before, said(putOff, now), said(new PutOff(kept), now + dayMs - 1), said(putOff, now + dayMs)]).toEqual([
    ['wrong', 'space'],
    ['wrong', 'synced'],
    ['wrong', 'synced'],
    ['wrong', 'space'],
  ]);
});
