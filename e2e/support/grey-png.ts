import { inflateSync } from 'node:zlib';

export type GreyPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** A grey PNG of eight bits, as `pdftoppm -gray -png` writes it (PNG 1.2, §9: each line is told by what is left and above). */
export function greyPicture(png: Buffer): GreyPicture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png[24] !== 8 || png[25] !== 0) throw new Error('This is no grey picture of eight bits.');
  const lines = inflateSync(dataOf(png));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const kind = lines[y * (width + 1)];
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const left = x > 0 ? (pixels[at - 1] ?? 0) : 0;
      const above = y > 0 ? (pixels[at - width] ?? 0) : 0;
      const corner = x > 0 && y > 0 ? (pixels[at - width - 1] ?? 0) : 0;
      pixels[at] = (lines[y * (width + 1) + 1 + x] ?? 0) + guessed(kind, { left, above, corner });
    }
  }
  return { width, height, pixels };
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

type Around = { readonly left: number; readonly above: number; readonly corner: number };

function guessed(kind: number | undefined, { left, above, corner }: Around): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4:
      return nearest({ left, above, corner });
    default:
      return 0;
  }
}

function nearest({ left, above, corner }: Around): number {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(estimate - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** How many pixels differ by more than `least` of 255; all of them where the sizes do. */
export function changedPixels(one: GreyPicture, other: GreyPicture, least: number): number {
  if (one.width !== other.width || one.height !== other.height) return Math.max(one.pixels.length, other.pixels.length);
  return one.pixels.reduce((sum, grey, at) => sum + (Math.abs(grey - (other.pixels[at] ?? 0)) > least ? 1 : 0), 0);
}
