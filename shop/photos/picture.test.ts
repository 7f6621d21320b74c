import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aJpeg, aPng, aWebp } from '../../fixtures/pictures.ts';
import { pictureOf } from './picture.ts';

test('kind and size stand at the beginning of the file', () => {
  expect([pictureOf(aPng(640, 480, '')), pictureOf(aJpeg(1024, 768)), pictureOf(aWebp(70_000, 3))]).toEqual([
    { type: 'image/png', width: 640, height: 480 },
    { type: 'image/jpeg', width: 1024, height: 768 },
    { type: 'image/webp', width: 70_000, height: 3 },
  ]);
});

test('whatever follows a beginning of a picture, looking at it ends and breaks nothing', () => {
  const beginnings = [aPng(1, 1, ''), aJpeg(1, 1), aWebp(1, 1)];
  const cut = fc.tuple(fc.constantFrom(...beginnings), fc.nat(40), fc.uint8Array({ maxLength: 200 }));
  fc.assert(
    fc.property(cut, ([beginning, length, rest]) => {
      const found = pictureOf(Buffer.concat([beginning.subarray(0, length), rest]));
      expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true);
    }),
  );
});
