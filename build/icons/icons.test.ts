import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Data } from 'resedit';
import { expect, test } from 'vitest';

/** The icons as they lie here, read by the rules of each format. */
const read = (name: string): Buffer => readFileSync(fileURLToPath(new URL(name, import.meta.url)));
const pngWord = '\x89PNG';
const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === pngWord;
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('Windows: every size that its parts ask for, small ones as bitmaps that can be seen through at the corners', () => {
  const { icons } = Data.IconFile.from(read('icon.ico'));
  expect(icons.map(({ width, height }) => [width, height])).toEqual(
    [16, 20, 24, 32, 40, 48, 64, 0].map((size) => [size, size]),
  );
  for (const { data, width = 0 } of icons) {
    expect(data.isIcon()).toBe(width !== 0);
    if (!data.isIcon()) continue;
    const { bitmapInfo, pixels } = data;
    expect([bitmapInfo.width, bitmapInfo.bitCount, bitmapInfo.compression]).toEqual([width, 32, 0]);
    const alpha = new Uint8Array(pixels).filter((_byte, at) => at % 4 === 3);
    const middle = (width * width) / 2 + width / 4;
    expect(alpha[0]).toBeLessThan(64);
    expect(alpha[middle]).toBe(255);
  }
});

test('macOS: a picture for each of Apple’s names, as large as the name says', () => {
  const file = read('icon.icns');
  expect([file.subarray(0, 4).toString(), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
  const found: [string, number[]][] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const content = file.subarray(at + 8, at + file.readUInt32BE(at + 4));
    expect(isPng(content)).toBe(true);
    found.push([file.subarray(at, at + 4).toString(), sizeOf(content)]);
  }
  const sizes = {
    icp4: 16,
    icp5: 32,
    ic07: 128,
    ic08: 256,
    ic09: 512,
    ic10: 1024,
    ic11: 32,
    ic12: 64,
    ic13: 256,
    ic14: 512,
  };
  expect(found).toEqual(Object.entries(sizes).map(([kind, size]) => [kind, [size, size]]));
});

test('Linux: a picture for each size, as its name says', () => {
  const names = readdirSync(fileURLToPath(new URL('linux', import.meta.url)));
  const sizes = names.map((name) => [name, sizeOf(read(`linux/${name}`)).join('x')]);
  expect(sizes).toEqual(names.map((name) => [name, name.replace('.png', '')]));
  expect(names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)).toEqual([
    16, 24, 32, 48, 64, 128, 256, 512,
  ]);
});
