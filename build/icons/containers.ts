/** One size of the icon: the file as PNG, and its pixels as red, green, blue, alpha from the top left. */
export type Drawn = { readonly sizePx: number; readonly png: Buffer; readonly pixels: Buffer };

const icoHeaderBytes = 6;
const icoEntryBytes = 16;
const bitmapHeaderBytes = 40;

/** Small sizes lie in a Windows icon as bitmaps, which every part of Windows reads: from the bottom up, blue first, and a mask. */
function bitmap({ sizePx, pixels }: Drawn): Buffer {
  const header = Buffer.alloc(bitmapHeaderBytes);
  header.writeUInt32LE(bitmapHeaderBytes, 0);
  header.writeInt32LE(sizePx, 4);
  // Twice as high: the mask lies above the picture.
  header.writeInt32LE(sizePx * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const rows = Array.from({ length: sizePx }, (_, row) =>
    Buffer.from(pixels.subarray((sizePx - 1 - row) * sizePx * 4, (sizePx - row) * sizePx * 4)),
  );
  const picture = Buffer.concat(rows);
  for (let at = 0; at < picture.length; at += 4) {
    const red = picture[at] ?? 0;
    picture[at] = picture[at + 2] ?? 0;
    picture[at + 2] = red;
  }
  // All zero: what is seen through is in the picture's alpha already.
  const mask = Buffer.alloc(Math.ceil(sizePx / 32) * 4 * sizePx);
  return Buffer.concat([header, picture, mask]);
}

/** A Windows icon; the 256 pixels lie in it as PNG. */
export function icoFile(drawn: readonly Drawn[]): Buffer {
  const images = drawn.map((one) => ({ sizePx: one.sizePx, bytes: one.sizePx < 256 ? bitmap(one) : one.png }));
  const header = Buffer.alloc(icoHeaderBytes);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let at = icoHeaderBytes + icoEntryBytes * images.length;
  const entries = images.map(({ sizePx, bytes }) => {
    const entry = Buffer.alloc(icoEntryBytes);
    // One byte each for width and height: 256 is written as 0.
    entry.writeUInt8(sizePx % 256, 0);
    entry.writeUInt8(sizePx % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(bytes.length, 8);
    entry.writeUInt32LE(at, 12);
    at += bytes.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ bytes }) => bytes)]);
}

/** Apple's names for a picture of so many pixels, on plain and on dense screens. */
const icnsKinds: readonly { readonly kind: string; readonly sizePx: number }[] = [
  { kind: 'icp4', sizePx: 16 },
  { kind: 'icp5', sizePx: 32 },
  { kind: 'ic07', sizePx: 128 },
  { kind: 'ic08', sizePx: 256 },
  { kind: 'ic09', sizePx: 512 },
  { kind: 'ic10', sizePx: 1024 },
  { kind: 'ic11', sizePx: 32 },
  { kind: 'ic12', sizePx: 64 },
  { kind: 'ic13', sizePx: 256 },
  { kind: 'ic14', sizePx: 512 },
];

function icnsBlock(kind: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(kind, 'latin1');
  header.writeUInt32BE(content.length + header.length, 4);
  return Buffer.concat([header, content]);
}

/** A macOS icon: every picture as PNG. */
export function icnsFile(drawn: readonly Drawn[]): Buffer {
  const blocks = icnsKinds.map(({ kind, sizePx }) => {
    const one = drawn.find((candidate) => candidate.sizePx === sizePx);
    if (!one) throw new Error(`A macOS icon needs ${sizePx} pixels.`);
    return icnsBlock(kind, one.png);
  });
  return icnsBlock('icns', Buffer.concat(blocks));
}
