import { expect, test } from 'vitest';
import { healthOf } from './health.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const health = { ledgersAgree: true, lastBackupAt: '2026-11-21T07:50:00Z', changedSinceBackup: true, events: 5 };
const { lastBackupAt: _, ...never } = health;

test.each([
  ['changes ten minutes after a backup are in order', health, 'good'],
  ['changes that wait for an hour are not', { ...health, lastBackupAt: '2026-11-21T07:00:00Z' }, 'wait'],
  [
    'nothing changed, however long ago',
    { ...health, changedSinceBackup: false, lastBackupAt: '2025-01-01T00:00:00Z' },
    'good',
  ],
  ['never backed up', never, 'wait'],
  ['never backed up, but nothing happened yet', { ...never, events: 0 }, 'good'],
  ['books that differ outweigh everything', { ...health, ledgersAgree: false }, 'wrong'],
] as const)('%s', (_name, given, light) => expect(healthOf(given, now)).toBe(light));
