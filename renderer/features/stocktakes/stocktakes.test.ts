import { beforeEach, expect, test } from 'vitest';
import type { Stocktake } from '../../../contract/api/stocktakes.ts';
import { language } from '../../i18n/index.ts';
import type { ask } from '../../state/shop.svelte.ts';
import { BeginCount } from './begin-count.svelte.ts';
import { BookCount } from './book-count.svelte.ts';
import { CountDesk } from './count-desk.svelte.ts';
import { accuracyOf, linesShown } from './count-list.ts';

beforeEach(() => {
  language.locale = 'en';
});

const line = (sku: string, counted?: number, book?: number) => ({
  sku,
  name: sku,
  ...(counted !== undefined && { counted }),
  ...(book !== undefined && { book }),
  ...(counted !== undefined && book !== undefined && { difference: counted - book }),
});

const stocktake = (changes: Partial<Stocktake> = {}): Stocktake => ({
  number: 'K-1',
  day: '2026-11-20',
  place: 'shelf',
  scope: { all: true },
  blind: false,
  state: 'open',
  person: 'owner',
  startedAt: '2026-11-20T02:00:00Z',
  itemsInScope: 4,
  itemsCounted: 3,
  itemsEqual: 1,
  lines: [line('CUP', 1, 3), line('POT', 5, 4), line('HAT', undefined, 2), line('BAG', 2, 2)],
  ...changes,
});

/** A shop that knows the cup and answers slowly: the first note comes after the second was scanned. */
function countingShop() {
  const noted: unknown[] = [];
  let counted = 0;
  const askShop = async (name: string, input: { code?: string; lines?: { quantity: number; mode: string }[] }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (name === 'catalog.byCode')
      return { ok: input.code === 'CUP' ? { sku: 'CUP', name: 'Cup', barcodes: [] } : undefined };
    if (name === 'catalog.products') return { ok: { items: [], total: 0 } };
    const [{ quantity, mode } = { quantity: 0, mode: '' }] = input.lines ?? [];
    noted.push([mode, quantity]);
    counted = mode === 'set' ? quantity : counted + quantity;
    return { ok: { lines: [{ sku: 'CUP', name: 'Cup', counted, book: 3 }] } };
  };
  return { noted, askShop: askShop as unknown as typeof ask };
}

test('scans are noted one after the other, however fast; one may be taken back, and a number typed', async () => {
  const { noted, askShop } = countingShop();
  const heard: string[] = [];
  const desk = new CountDesk('K-1', (tone) => heard.push(tone), askShop);
  await Promise.all([desk.scan('CUP'), desk.scan('CUP'), desk.scan('NOTHING')]);
  desk.minus = true;
  await desk.scan('CUP');
  await desk.set({ sku: 'CUP', name: 'Cup' }, 7.5);
  expect(noted).toEqual([
    ['add', 1],
    ['add', 1],
    ['add', -1],
    ['set', 7.5],
  ]);
  expect(heard).toEqual(['good', 'good', 'wrong', 'good', 'good']);
  expect([desk.last?.counted, desk.times, desk.minus, desk.waiting]).toEqual([7.5, 4, false, 0]);
});

test('what no item is called is said, and what was counted before stays', async () => {
  const { askShop } = countingShop();
  const desk = new CountDesk('K-1', () => {}, askShop);
  await desk.scan('CUP');
  await desk.scan('NOTHING');
  expect([desk.problem, desk.last?.counted]).toEqual(['There is no item “NOTHING”', 1]);
});

test('the list shows all, what differs, or what nobody counted; the book was right about a share', () => {
  const { lines } = stocktake();
  const skus = (shown: 'all' | 'different' | 'uncounted') => linesShown(lines, shown).map(({ sku }) => sku);
  expect([skus('different'), skus('uncounted')]).toEqual([['CUP', 'POT'], ['HAT']]);
  expect([accuracyOf(stocktake()), accuracyOf({ itemsCounted: 2 })]).toEqual([1 / 3, undefined]);
});

test.each<[string, Partial<Stocktake>, Partial<BookCount>, boolean]>([
  ['something is missing', {}, {}, true],
  ['one reason holds for all', {}, { reason: 'lost' }, false],
  ['only too much was found', { lines: [line('POT', 5, 4)] }, {}, false],
  ['what nobody counted is gone', { lines: [line('BAG', 2, 2)] }, { uncounted: 'none-there' }, true],
  ['nobody may see it yet', { blind: true, lines: [line('CUP', 1)] }, {}, true],
])('a reason is asked for where %s', async (_, changes, chosen, isMissing) => {
  const booking = new BookCount(stocktake(changes));
  Object.assign(booking, chosen);
  if (isMissing) await booking.book();
  expect(booking.reasonMissing).toBe(isMissing);
});

test('a reason of its own is enough for an item, and can be taken away again', async () => {
  const booking = new BookCount(stocktake());
  booking.choose('CUP', 'broken');
  expect(booking.ownOf('CUP')).toBe('broken');
  booking.choose('CUP', '');
  await booking.book();
  expect([booking.ownOf('CUP'), booking.reasonMissing]).toEqual(['', true]);
});

test('a scope is whole once what it needs is chosen; a scan names an item', () => {
  const begin = new BeginCount();
  expect(begin.scope).toEqual({ all: true });
  begin.kind = 'category';
  expect(begin.scope).toBeUndefined();
  for (const code of ['CUP', 'POT', 'CUP']) begin.addSku(code);
  expect(begin.scope).toEqual({ skus: ['CUP', 'POT'] });
});
