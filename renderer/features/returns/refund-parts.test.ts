import { expect, test } from 'vitest';
import { RefundParts } from './refund-parts.svelte.ts';

const line = (returnLineId: number, quantity: number) => ({
  returnLineId,
  quantity,
  goodsCents: 0,
  taxCents: 0,
  feeCents: 0,
});
const made = () => new RefundParts(() => ({ lines: [line(1, 3), line(2, 1)] }));

test('all that can be is refunded, unless fewer are typed; a line of none is left out', () => {
  const parts = made();
  expect(parts.lines).toBeUndefined();
  parts.type(1, 2);
  parts.type(2, 0);
  expect(parts.lines).toEqual([{ returnLineId: 1, quantity: 2 }]);
});

test('more than can be, or nothing in a field, is not asked', () => {
  const parts = made();
  parts.type(1, 4);
  expect([parts.complete, parts.lines]).toEqual([false, undefined]);
  parts.type(1, undefined);
  expect([parts.complete, parts.lines]).toEqual([false, undefined]);
  parts.clear();
  expect(parts.complete).toBe(true);
});

test('what was typed comes back from a draft', () => {
  const parts = made();
  parts.type(1, 2);
  const restored = made();
  restored.restore(JSON.parse(JSON.stringify(parts.content)));
  expect(restored.lines).toEqual(parts.lines);
});
