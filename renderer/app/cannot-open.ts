import type { HostInfo } from '../../contract/host.ts';
import type { NotOpen } from '../state/standing.svelte.ts';

type Why = NotOpen['why'];

/** What only another file in the place of this one helps. */
const lost: ReadonlySet<Why> = new Set(['damaged', 'altered', 'foreign-file', 'migration-failed']);
/** What goes away by itself once the person has done something: plugged the drive in, closed the other window, made room. */
const passing: ReadonlySet<Why> = new Set(['in-use', 'read-only', 'disk-full', 'no-access', 'io-error']);

export function needsBackup(why: Why): boolean {
  return lost.has(why);
}

export function retriesItself(why: Why): boolean {
  return passing.has(why);
}

/** For whoever looks after the PC. */
export function closedReport({ why, path, detail }: NotOpen, info: HostInfo | undefined): string {
  const program = info && `Backshelf ${info.version} · ${info.kind} · ${info.platform}`;
  return [program, `${why}: ${path}`, detail].filter(Boolean).join('\n');
}
