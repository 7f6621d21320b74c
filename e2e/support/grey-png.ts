import { crc32, deflateSync, inflateSync } from 'node:zlib';

export type GreyPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Each line of pixels begins with the number of its filter: none, because lines of letters hardly gain by one. */
const noFilter = 0;

/** What `pdftoppm -gray` writes (PGM: `P5`, width, height, 255, then a byte for each pixel). */
export function pictureOfPgm(pgm: Buffer): GreyPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40));
  if (!head) throw new Error('This is no grey picture of eight bits.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: pgm.subarray(head[0].length) };
}

/** A grey picture as PNG (PNG 1.2, §11), so that people can look at it. */
export function pngOf({ width, height, pixels }: GreyPicture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const lines = Buffer.alloc(height * (width + 1), noFilter);
  for (let y = 0; y < height; y += 1) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A picture that `pngOf` wrote, and no other. */
export function pictureOfPng(png: Buffer): GreyPicture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png[24] !== 8 || png[25] !== 0) throw new Error('This is no grey picture of eight bits.');
  const data = png.subarray(41, 41 + png.readUInt32BE(33));
  const lines = inflateSync(data);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) pixels.set(lines.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width);
  return { width, height, pixels };
}

/** How many pixels differ by more than `least` of 255; all of them where the sizes do. */
export function changedPixels(one: GreyPicture, other: GreyPicture, least: number): number {
  if (one.width !== other.width || one.height !== other.height) return Math.max(one.pixels.length, other.pixels.length);
  return one.pixels.reduce((sum, grey, at) => sum + (Math.abs(grey - (other.pixels[at] ?? 0)) > least ? 1 : 0), 0);
}
