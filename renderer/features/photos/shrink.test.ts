import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of, shrunkSize } from './shrink.ts';

test('a picture fits into 1600 pixels, keeps its shape and is never made larger', () => {
  const edge = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(edge, edge, (width, height) => {
      const shrunk = shrunkSize(width, height);
      expect(Math.max(shrunk.width, shrunk.height)).toBe(Math.min(1600, Math.max(width, height)));
      expect(Math.min(shrunk.width, shrunk.height)).toBeGreaterThanOrEqual(1);
      const [one, other] = [shrunk.width / width, shrunk.height / height];
      const rounding = 1 / Math.min(width, height);
      expect(Math.abs(one - other)).toBeLessThanOrEqual(rounding);
    }),
  );
});

test('bytes come back from Base64 as they were, however many', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100_000 }), (bytes) => {
      expect(Buffer.from(base64Of(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 30 },
  );
});
