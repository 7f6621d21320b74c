import type { Pause } from '../pause.ts';

/** The encodings shops write. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** What a text becomes when GBK and UTF-8 were mixed up before: the characters cannot be had back. */
export const damage = /\uFFFD|锟斤拷/;

/** A text with more broken characters among its foreign ones is not in that encoding … */
const mostDamaged = 0.1;
/** … unless it is English with a few foreign bytes: then only their rows are lost. */
const mostForeign = 0.01;

/**
 * The encoding of a text: its mark, else strict UTF-8, else strict GB18030 (FORMATS §1 rule 2). Where neither is strictly true, the
 * one in which most characters are whole: rows with broken ones are refused one by one. Nothing when it is no text at all.
 */
export async function encodingOf(bytes: readonly Buffer[], pause: Pause): Promise<Encoding | undefined> {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[0]?.[index] === byte))?.[0];
  if (marked === 'utf-16le' || marked === 'utf-16be') return marked;
  if (hasZeros(bytes)) return unmarkedUtf16(bytes[0] ?? Buffer.alloc(0));
  if (marked !== undefined) return marked;
  if (await isStrictly('utf-8', bytes, pause)) return 'utf-8';
  if (await isStrictly('gb18030', bytes, pause)) return 'gb18030';
  const asUtf8 = await damageIn('utf-8', bytes, pause);
  if (asUtf8.broken <= mostDamaged * asUtf8.foreign) return 'utf-8';
  const asGb = await damageIn('gb18030', bytes, pause);
  if (asGb.broken <= mostDamaged * asGb.foreign) return 'gb18030';
  return asUtf8.broken <= mostForeign * asUtf8.all ? 'utf-8' : undefined;
}

/** Zero bytes stand in pictures and programs, and in no text that is not UTF-16. */
export function hasZeros(bytes: readonly Buffer[]): boolean {
  return bytes.some((piece) => piece.includes(0));
}

/** In UTF-16 every separator, figure and line end has a zero byte on the same side. */
const leastHalves = 0.02;
const noText = /[^\P{Cc}\t\n\r]|[\p{Cn}\uFFFD]/u;

/** UTF-16 whose mark at the start is missing; its first piece must be wholly text. */
function unmarkedUtf16(head: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [high = 0, low = 0] = zeros;
  if (high > 0 === low > 0 || high + low < leastHalves * head.length) return undefined;
  const encoding = high > 0 ? 'utf-16be' : 'utf-16le';
  const isWhole = head.length % 2 === 0;
  const text = new TextDecoder(encoding).decode(isWhole ? head : head.subarray(0, -1), { stream: true });
  return noText.test(text) ? undefined : encoding;
}

async function isStrictly(encoding: Encoding, bytes: readonly Buffer[], pause: Pause): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (const piece of bytes) {
    if (!decodes(decoder, piece)) return false;
    await pause();
  }
  return decodes(decoder);
}

function decodes(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

type Damage = { readonly all: number; readonly foreign: number; readonly broken: number };

/** How many characters there are, how many are not English, and how many of those are broken. */
async function damageIn(encoding: Encoding, bytes: readonly Buffer[], pause: Pause): Promise<Damage> {
  const found = { all: 0, foreign: 0, broken: 0 };
  for (const text of decoded(bytes, encoding)) {
    found.all += text.length;
    found.foreign += text.match(/[^\0-\x7f]/g)?.length ?? 0;
    found.broken += text.split('\uFFFD').length - 1;
    await pause();
  }
  return found;
}

/** The length in bytes of the longest line, whichever way lines end. */
export function longestLineOf(bytes: readonly Buffer[]): number {
  let longest = 0;
  let open = 0;
  for (const piece of bytes) {
    let start = 0;
    for (const end of lineEnds(piece)) {
      longest = Math.max(longest, open + end - start);
      open = 0;
      start = end + 1;
    }
    open += piece.length - start;
  }
  return Math.max(longest, open);
}

function* lineEnds(piece: Buffer): Generator<number> {
  let feed = piece.indexOf(0x0a);
  let carriage = piece.indexOf(0x0d);
  while (feed >= 0 || carriage >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
    const end = isFeed ? feed : carriage;
    yield end;
    if (isFeed) feed = piece.indexOf(0x0a, end + 1);
    else carriage = piece.indexOf(0x0d, end + 1);
  }
}

/** The text piece by piece, without its mark, every kind of line end as a line feed. */
export function* decoded(bytes: readonly Buffer[], encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for (const [index, piece] of bytes.entries()) {
    const isLast = index === bytes.length - 1;
    let text = held + decoder.decode(piece, { stream: !isLast });
    // A carriage return at the end may be the first half of a line end.
    held = !isLast && text.endsWith('\r') ? '\r' : '';
    if (held) text = text.slice(0, -1);
    if (index === 0 && text.startsWith('\uFEFF')) text = text.slice(1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}
