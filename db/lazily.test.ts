import { expect, test } from 'vitest';
import { lazily } from './lazily.ts';

test('a part is made when it is first asked for, once, of what was given', () => {
  const made: string[] = [];
  const parts = lazily('shop', {
    sales: (source: string) => made.push(`sales of ${source}`),
    returns: (source: string) => made.push(`returns of ${source}`),
  });
  expect(made).toEqual([]);
  expect([parts.returns, parts.returns]).toEqual([1, 1]);
  expect(made).toEqual(['returns of shop']);
});

test('what could not be made is tried again', () => {
  let tries = 0;
  const parts = lazily(undefined, {
    sales: () => {
      tries += 1;
      if (tries === 1) throw new Error('the disk is full');
      return tries;
    },
  });
  expect(() => parts.sales).toThrow('the disk is full');
  expect(parts.sales).toBe(2);
});
