/** Two bytes: a lead, and a trail that is never 0x7F. Four: digits and leads by turns, counted through from the first (GB 18030-2005, annex). */
const leads = { from: 0x81, to: 0xfe } as const;
const fourBytesOfPlane0 = 39_420;
const firstBeyondPlane0 = 189_000;
const lineFeed = 0x0a;
const replacement = 0xfffd;

/** The code of every character of the first plane: below 0x10000 in one or two bytes, above it the count of its four. */
let codes: Uint32Array | undefined;

/**
 * Text in GB18030, which has a code for every character there is. Half a surrogate pair becomes the replacement character, and so do
 * the 19 private ones that the standard has moved elsewhere: nobody could read them back.
 */
export function gb18030(text: string): Uint8Array {
  codes ??= codesOfPlane0();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? replacement;
    if (point > 0xffff) index += 1;
    length = point < 0x80 ? one(bytes, length, point) : several(bytes, length, codeOf(point, codes));
  }
  return bytes.subarray(0, length);
}

function codeOf(point: number, table: Uint32Array): number {
  if (point > 0xffff) return 0x1_0000 + firstBeyondPlane0 + (point - 0x1_0000);
  return table[point] || (table[replacement] ?? 0);
}

function one(bytes: Uint8Array, at: number, byte: number): number {
  bytes[at] = byte;
  return at + 1;
}

function several(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x1_0000) {
    bytes[at] = code >> 8;
    bytes[at + 1] = code & 0xff;
    return at + 2;
  }
  bytes.set(fourBytes(code - 0x1_0000), at);
  return at + 4;
}

function fourBytes(count: number): [number, number, number, number] {
  return [
    leads.from + Math.floor(count / 12_600),
    0x30 + (Math.floor(count / 1260) % 10),
    leads.from + (Math.floor(count / 10) % 126),
    0x30 + (count % 10),
  ];
}

/** The system can only read GB18030: all codes are read once, a line each, and turned round. */
function codesOfPlane0(): Uint32Array {
  const table = new Uint32Array(0x1_0000);
  const four = Array.from({ length: fourBytesOfPlane0 }, (_, count) => count);
  fill(table, four.map(fourBytes), (index) => 0x1_0000 + index);
  const two: [number, number][] = [];
  for (let lead: number = leads.from; lead <= leads.to; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) two.push([lead, trail]);
  fill(table, two, (index) => ((two[index]?.[0] ?? 0) << 8) | (two[index]?.[1] ?? 0));
  return table;
}

function fill(table: Uint32Array, all: readonly number[][], codeAt: (index: number) => number): void {
  const read = new TextDecoder('gb18030').decode(Uint8Array.from(all.flatMap((bytes) => [...bytes, lineFeed])));
  for (const [index, line] of read.split('\n').entries()) {
    const point = line.codePointAt(0);
    if (point !== undefined && (point !== replacement || table[point] === 0)) table[point] = codeAt(index);
  }
}
