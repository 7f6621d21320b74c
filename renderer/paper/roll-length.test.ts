import { expect, test } from 'vitest';
import { planRoll } from './roll-length.ts';

test('slips follow one another on one page as long as all of them', () => {
  expect(planRoll([400, 300, 500], { apart: false })).toEqual({ heightPx: 1200, breaks: [] });
});

test('each label is a page, as long as the longest', () => {
  expect(planRoll([100, 120, 90], { apart: true })).toEqual({ heightPx: 120, breaks: [1, 2] });
});

test('what is longer than five metres goes on on another page, whole', () => {
  const slips = Array.from({ length: 50 }, () => 1000);
  const { heightPx, breaks } = planRoll(slips, { apart: false });
  expect([heightPx, breaks]).toEqual([18_000, [18, 36]]);
});
