import type { Settings } from '../../../contract/api/settings.ts';
import type { DefaultReason } from '../../../contract/values/words.ts';

const often: readonly DefaultReason[] = [
  'quality',
  'not-as-described',
  'does-not-fit',
  'changed-mind',
  'wrong-item',
  'missing-parts',
  'damaged-in-transit',
];
const seldom: readonly DefaultReason[] = ['ordered-twice', 'arrived-late', 'recall'];
/** It needs a note. */
export const otherReason: DefaultReason = 'other';

/** The reasons in the order of the counter's keys: what is chosen there most first, the shop's own among them, `other` last. */
export function reasonsInOrder(own: Settings['reasons']): readonly string[] {
  return [...often, ...own.map(({ code }) => code), ...seldom, otherReason];
}

/** The key of each reason, in that order: 1 to 9, then none, and 0 for `other`. */
export function reasonKeys(count: number): string {
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? '0' : index < 9 ? String(index + 1) : ' ',
  ).join('');
}
