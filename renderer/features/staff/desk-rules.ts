import type { Settings } from '../../../contract/api/settings.ts';
import type { Input } from '../../../contract/api.ts';

export type DeskRules = {
  /** Nothing where the PIN is never asked for again. */
  pinAboveCents: number | undefined;
  lockMinutes: number | undefined;
  hasHours: boolean;
  from: string;
  to: string;
};

const usualHours = { from: '09:00', to: '21:00' };

export function readRules({ pinAboveCents, lockMinutes, openHours }: Settings): DeskRules {
  return {
    pinAboveCents: pinAboveCents ?? undefined,
    lockMinutes,
    hasHours: openHours !== null,
    ...(openHours ?? usualHours),
  };
}

export function writeRules({
  pinAboveCents,
  lockMinutes,
  hasHours,
  from,
  to,
}: DeskRules): Input<'settings.set'> | undefined {
  if (lockMinutes === undefined) return undefined;
  return { pinAboveCents: pinAboveCents ?? null, lockMinutes, openHours: hasHours ? { from, to } : null };
}
