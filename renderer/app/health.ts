import type { Health } from '../state/health.svelte.ts';
import { warningsOf } from '../state/warnings.ts';

/** Backups are made every 15 minutes when something changed; twice that without one is worth a word. */
const backupLateMs = 30 * 60_000;

export type Light = 'good' | 'late' | 'look' | 'wrong';

/** What the light in the corner says: wrong books before all, then changes that wait too long for a backup, then whatever wants a look. */
export function healthOf(health: Health, now: number): Light {
  const kinds = warningsOf(health, now).map(({ kind }) => kind);
  if (kinds.includes('wrong')) return 'wrong';
  if (isLate(health, now)) return 'late';
  return kinds.some((kind) => kind !== 'second-none') ? 'look' : 'good';
}

function isLate({ changedSinceBackup, events, lastBackupAt }: Health, now: number): boolean {
  if (!changedSinceBackup || events === 0) return false;
  return lastBackupAt === undefined || now - Date.parse(lastBackupAt) > backupLateMs;
}
