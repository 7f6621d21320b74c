import { describe, expect, test } from 'vitest';
import { firstToExpire, type ItemFigures, isMeasure, type LevelTerms, levelOf, shareBack } from './level-rules.ts';

const item = (changes: Partial<ItemFigures> = {}): ItemFigures => ({
  shelfMilli: 10_000,
  waitingMilli: 0,
  soldMilli: 90_000,
  backMilli: 0,
  decidedMilli: 0,
  elsewhereMilli: 0,
  arrivedMilli: 0,
  minMilli: undefined,
  maxMilli: undefined,
  inPieces: true,
  isOrdered: true,
  ...changes,
});
const terms: LevelTerms = { soldDays: 90, askedDays: 90, leadDays: 7, coverDays: 30, shopShare: 0.5 };
const seen = (changes: Partial<ItemFigures>, other: Partial<LevelTerms> = {}) => {
  const { level, perDayMilli, comingBackMilli, reorderMilli, lastsDays } = levelOf(item(changes), {
    ...terms,
    ...other,
  });
  return [level, perDayMilli / 1000, comingBackMilli / 1000, reorderMilli / 1000, lastsDays];
};

describe('by what sells', () => {
  test('one a day, ten there: enough until an order comes, and 27 more for the days to cover', () => {
    expect(seen({})).toEqual(['ok', 1, 0, 27, 10]);
  });
  test('less than sells until an order comes is too little', () => {
    expect(seen({ shelfMilli: 6000 })).toEqual(['low', 1, 0, 31, 6]);
    expect(seen({ shelfMilli: 6000 }, { leadDays: 6 })[0]).toBe('ok');
  });
  test('what comes back to the shelf was not sold', () => {
    expect(seen({ backMilli: 45_000, decidedMilli: 45_000 })).toEqual(['ok', 0.5, 0, 9, 20]);
  });
  test('what waits comes back as often as it did: its own share, or the shop’s where too few were graded', () => {
    expect(seen({ waitingMilli: 4000 })[2]).toBe(2);
    expect(seen({ waitingMilli: 4000, backMilli: 1000, decidedMilli: 2000 })[2]).toBe(2);
    expect(seen({ waitingMilli: 4000, backMilli: 3000, decidedMilli: 4000 })[2]).toBe(3);
    expect(seen({ waitingMilli: 4000 })[3]).toBe(25);
  });
  test('what files say came back went where such goods go', () => {
    expect(seen({ elsewhereMilli: 90_000 })[1]).toBe(0.5);
  });
  test('what lasts longer than was looked at is too much; so is what did not sell at all, unless it is new', () => {
    expect(seen({ shelfMilli: 90_000 })[0]).toBe('ok');
    expect(seen({ shelfMilli: 91_000 })).toEqual(['over', 1, 0, 0, 91]);
    expect(seen({ soldMilli: 0 })).toEqual(['over', 0, 0, 0, undefined]);
    expect(seen({ soldMilli: 0, arrivedMilli: 10_000 })[0]).toBe('ok');
    expect(seen({ soldMilli: 0, shelfMilli: 0 })).toEqual(['ok', 0, 0, 0, undefined]);
  });
  test('a pace is never below zero', () => {
    expect(seen({ soldMilli: 0, backMilli: 9000, decidedMilli: 9000 })[1]).toBe(0);
  });
});

describe('by its own levels', () => {
  test('the lowest level comes before what sells', () => {
    expect(seen({ minMilli: 11_000 })).toEqual(['low', 1, 0, 27, 10]);
    expect(seen({ shelfMilli: 3000, minMilli: 2000 })[0]).toBe('ok');
    expect(seen({ soldMilli: 0, shelfMilli: 1000, minMilli: 5000 })).toEqual(['low', 0, 0, 4, undefined]);
  });
  test('the highest level is what the shelf is filled up to', () => {
    expect(seen({ maxMilli: 15_000, waitingMilli: 2000 })).toEqual(['ok', 1, 1, 4, 10]);
    expect(seen({ maxMilli: 9000 })).toEqual(['over', 1, 0, 0, 10]);
  });
  test('what waits may be enough', () => {
    expect(seen({ minMilli: 12_000, soldMilli: 0, waitingMilli: 4000 })).toEqual(['low', 0, 2, 0, undefined]);
  });
});

test('whole pieces are ordered, and what is weighed to the gram', () => {
  const slow = { shelfMilli: 0, soldMilli: 1000 };
  expect(seen(slow)[3]).toBe(1);
  expect(seen({ ...slow, inPieces: false })[3]).toBe(0.412);
  expect(['kg', '克', ' KG ', '件', 'box', null].map(isMeasure)).toEqual([true, true, true, false, false, false]);
});

test('goods that are not bought anew are neither low nor ordered', () => {
  expect(seen({ isOrdered: false, shelfMilli: 0, minMilli: 5000 })).toEqual(['ok', 1, 0, 0, 0]);
});

test('of nothing decided on nothing is counted on', () => {
  expect(shareBack({ backMilli: 0, decidedMilli: 0 })).toBe(0);
});

describe('the batch that ends first', () => {
  const batches = [
    { expiresOn: '2027-03-01', leftMilli: 5000 },
    { expiresOn: '2027-02-01', leftMilli: 0 },
    { expiresOn: '2027-01-01', leftMilli: 5000 },
    { expiresOn: '2026-12-01', leftMilli: 5000 },
  ];
  test.each([
    [0, undefined],
    [5000, '2027-03-01'],
    [5001, '2027-01-01'],
    [20_000, '2026-12-01'],
  ])('with %i thousandths on the shelf', (shelfMilli, day) => {
    expect(firstToExpire(batches, shelfMilli)).toBe(day);
  });
});
