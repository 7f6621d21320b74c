import type { Settings } from '../../contract/api/settings.ts';

/** Reasons that are the shop's or the maker's fault: the longer window applies (PRACTICE §2, quality). */
const faultReasons: readonly string[] = [
  'quality',
  'not-as-described',
  'wrong-item',
  'damaged-in-transit',
  'missing-parts',
  'arrived-late',
  'recall',
];

export function isFault(settings: Pick<Settings, 'reasons'>, reason: string): boolean {
  return faultReasons.includes(reason) || settings.reasons.some((own) => own.code === reason && own.fault);
}
