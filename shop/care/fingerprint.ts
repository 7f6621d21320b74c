import type { ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';

/** Fewer would stand on too many papers by chance. */
const leastDigits = 8;
const mostFound = 20;

/** Whether this history contains the event whose fingerprint, whole or its beginning, stands on a paper. */
export const findFingerprint: ReadHandler<'care.fingerprint'> = ({ store }, { text }) => {
  const digits = digitsIn(text);
  if (digits.length < leastDigits) return refuse('fingerprint-too-short', { least: leastDigits });
  const found = store.fingerprints.eventsFrom(digits, mostFound).map(({ approver, ...event }) => ({
    ...event,
    ...(approver !== null && { approver }),
    documents: store.fingerprints.documentsOf(event.seq),
  }));
  return { found, events: store.desk.head().seq };
};

/**
 * The fingerprint in what was typed, pasted or scanned: papers print it in groups of four and after a label, a file of the accountant
 * between commas, a backup in its name. It is the longest row of words that are made of hexadecimal digits alone.
 */
export function digitsIn(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\p{Script=Han}+|[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let [longest, row] = ['', ''];
  for (const word of words) {
    row = /^[0-9a-f]+$/.test(word) ? row + word : '';
    if (row.length > longest.length) longest = row;
  }
  return longest;
}
