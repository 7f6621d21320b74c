import { addDays, type Day, type Instant } from '../../contract/values/days.ts';
import type { Manifest } from './manifest.ts';

/** What rotation needs to know of a backup. */
export type Rotated = Pick<Manifest, 'file' | 'at' | 'why'>;

const keptRecent = 48;
const keptDays = 30;
const keptWeeks = 12;

/**
 * The files that are no longer needed, of those the shop made by itself: all but the newest 48, the last of each of the newest 30 days, of 12
 * weeks and of every month. What somebody asked for, or what was made before a month's close, is theirs to remove.
 */
export function superfluous(backups: readonly Rotated[], dayOf: (at: Instant) => Day): string[] {
  const own = backups
    .filter(({ why }) => why === 'by-itself' || why === 'on-close')
    .sort((a, b) => (a.at === b.at ? (a.file < b.file ? 1 : -1) : a.at < b.at ? 1 : -1));
  const kept = new Set([
    ...own.slice(0, keptRecent),
    ...lastOfEach(own, ({ at }) => dayOf(at)).slice(0, keptDays),
    ...lastOfEach(own, ({ at }) => mondayOf(dayOf(at))).slice(0, keptWeeks),
    ...lastOfEach(own, ({ at }) => dayOf(at).slice(0, 7)),
  ]);
  return own.filter((backup) => !kept.has(backup)).map(({ file }) => file);
}

/** The newest of each group, in the order they come: newest first. */
function lastOfEach(newestFirst: readonly Rotated[], groupOf: (backup: Rotated) => string): Rotated[] {
  const groups = new Map<string, Rotated>();
  for (const backup of newestFirst) {
    const group = groupOf(backup);
    if (!groups.has(group)) groups.set(group, backup);
  }
  return [...groups.values()];
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

const keptBeforeMigrations = 5;

/** Copies made before migrations have no manifest; their names end in the time. Gives those that are no longer needed. */
export function superfluousBeforeMigration(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, at: /^before-migration-\d+-(.+)\.db$/.exec(name)?.[1] }))
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => (String(a.at) < String(b.at) ? 1 : -1))
    .slice(keptBeforeMigrations)
    .map(({ name }) => name);
}
