import { expect, test } from 'vitest';
import type { Health } from '../state/health.svelte.ts';
import { healthOf } from './health.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const health: Health = {
  ledgersAgree: true,
  lastBackupAt: '2026-11-21T07:50:00Z',
  changedSinceBackup: true,
  folder: '/shop',
  events: 5,
  head: 'ab',
  startCheck: 'good',
  clock: { state: 'right', clockDay: '2026-11-21', today: '2026-11-21' },
  spaceLow: false,
};
const { lastBackupAt: _, ...never } = health;

test.each([
  ['changes ten minutes after a backup are in order', health, 'good'],
  ['changes that wait for an hour are not', { ...health, lastBackupAt: '2026-11-21T07:00:00Z' }, 'late'],
  [
    'nothing changed, however long ago',
    { ...health, changedSinceBackup: false, lastBackupAt: '2025-01-01T00:00:00Z' },
    'good',
  ],
  ['never backed up', never, 'late'],
  ['never backed up, but nothing happened yet', { ...never, events: 0 }, 'good'],
  ['a disk that is nearly full', { ...health, spaceLow: true }, 'look'],
  ['a check that found something', { ...health, startCheck: 'wrong' }, 'wrong'],
  ['books that differ outweigh everything', { ...never, ledgersAgree: false, spaceLow: true }, 'wrong'],
] as const)('%s', (_name, given, light) => expect(healthOf(given, now)).toBe(light));
