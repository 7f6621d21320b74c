import type { Output } from '../../contract/api.ts';

/** Backups are made every 15 minutes when something changed; twice that without one is worth a word. */
const backupLateMs = 30 * 60_000;

/** What the light in the corner says: books that differ are wrong; changes without a backup for too long wait for one. */
export function healthOf(
  health: Pick<Output<'care.health'>, 'ledgersAgree' | 'lastBackupAt' | 'changedSinceBackup' | 'events'>,
  now: number,
): 'good' | 'wait' | 'wrong' {
  if (!health.ledgersAgree) return 'wrong';
  if (!health.changedSinceBackup || health.events === 0) return 'good';
  if (health.lastBackupAt === undefined) return 'wait';
  return now - Date.parse(health.lastBackupAt) > backupLateMs ? 'wait' : 'good';
}
