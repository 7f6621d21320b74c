import { beforeEach, expect, test } from 'vitest';
import { language } from '../../i18n/index.ts';
import { type LevelItem, levelsCsv, orderText, reckoning } from './order-text.ts';

beforeEach(() => {
  language.locale = 'en';
});

const item = (changes: Partial<LevelItem>): LevelItem => ({
  sku: 'CUP',
  name: 'Cup',
  supplier: 'Potters',
  onShelf: 7,
  comingBack: 1,
  perDay: 1.767,
  leadDays: 10,
  level: 'low',
  reorder: 63,
  ...changes,
});

test('the order is written supplier by supplier, without what is not ordered', () => {
  const { supplier: _, ...nobody } = item({ sku: 'HAT', name: 'Hat', reorder: 2.5, unit: 'kg' });
  expect(orderText([item({}), item({ sku: 'POT', reorder: 0 }), nobody])).toBe(
    'Potters\nCUP  Cup × 63\n\nSupplier not known\nHAT  Hat × 2.5 kg',
  );
});

test('a text that looks like a formula stays a text in the file, and quotes hold commas', () => {
  const [, row] = levelsCsv([item({ sku: '=1+1', name: 'Cup, "blue"' })]).split('\r\n');
  expect(row).toBe(`'=1+1,"Cup, ""blue""",Potters,,,7,1,1.767,63`);
});

test('the sum is told in words: what sells until it comes and after, less what is there and what comes back', () => {
  expect(reckoning(item({}), 30)).toEqual([
    '1.767 a day, for the 10 days until it comes and 30 days to cover: 70.68',
    'less 7 on the shelf',
    'less 1 that returns will bring back',
    'makes 63 to order',
  ]);
  expect(reckoning(item({ max: 12, comingBack: 0, reorder: 5 }), 30)).toEqual([
    'Up to its highest level: 12',
    'less 7 on the shelf',
    'makes 5 to order',
  ]);
  expect(reckoning(item({ perDay: 0, min: 9, comingBack: 0, reorder: 2 }), 30)).toEqual([
    'None was sold in these days',
    'At least its lowest level: 9',
    'less 7 on the shelf',
    'makes 2 to order',
  ]);
});
