import type { Health } from './health.svelte.ts';

/** What every screen says at its top until it is mended, the gravest first. */
export type Warning =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'behind' | 'doubtful'; readonly clockDay: string; readonly today: string }
  | { readonly kind: 'space'; readonly freeBytes: number | undefined }
  | { readonly kind: 'trouble'; readonly why: NonNullable<Health['backupTrouble']> }
  | { readonly kind: 'second-gone'; readonly folder: string; readonly days: number }
  | { readonly kind: 'synced'; readonly program: string }
  | { readonly kind: 'second-none' };
export type WarningKind = Warning['kind'];

const dayMs = 24 * 3600_000;
/** A stick that is away over a weekend is nothing to speak of. */
const goneAfterDays = 3;
/** Before that there is little to lose. */
const worthKeeping = 10;

/** For how many days each can be put off; those that are not here cannot. */
export const putOffDays: Partial<Record<WarningKind, number>> = {
  space: 1,
  trouble: 1,
  'second-gone': 1,
  synced: 30,
  'second-none': 7,
};

export function warningsOf(health: Health, now: number): Warning[] {
  const { clock, syncedBy, backupTrouble, spaceLow, freeBytes } = health;
  return [
    ...(health.startCheck === 'wrong' || !health.ledgersAgree ? [{ kind: 'wrong' } as const] : []),
    ...(clock.state === 'right' ? [] : [{ kind: clock.state, clockDay: clock.clockDay, today: clock.today }]),
    ...(spaceLow ? [{ kind: 'space', freeBytes } as const] : []),
    ...(backupTrouble ? [{ kind: 'trouble', why: backupTrouble } as const] : []),
    ...secondFolder(health, now),
    ...(syncedBy === undefined ? [] : [{ kind: 'synced', program: syncedBy } as const]),
  ].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Advice is no alarm: it has its place where the day begins, and none in a made-up shop. */
export function isAdvice({ kind }: Warning): boolean {
  return kind === 'second-none' || kind === 'synced';
}

export function withoutAdvice(warnings: readonly Warning[]): Warning[] {
  return warnings.filter((warning) => !isAdvice(warning));
}

const order: readonly WarningKind[] = [
  'wrong',
  'behind',
  'doubtful',
  'space',
  'trouble',
  'second-gone',
  'synced',
  'second-none',
];

function secondFolder({ second, events }: Health, now: number): Warning[] {
  if (!second) return events >= worthKeeping ? [{ kind: 'second-none' }] : [];
  if (second.reachable || second.lastBackupAt === undefined) return [];
  const days = Math.floor((now - Date.parse(second.lastBackupAt)) / dayMs);
  return days < goneAfterDays ? [] : [{ kind: 'second-gone', folder: second.folder, days }];
}
