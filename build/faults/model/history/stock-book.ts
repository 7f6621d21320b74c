import { differenceReasons } from '../../../../contract/api/stocktakes.ts';
import { counterparties } from '../../../../contract/values/words.ts';
import type { Stocktake } from '../rules/books.ts';
import { plusDays, priceText } from '../rules/figures.ts';
import { type Asked, momentOf } from '../rules/perform.ts';
import { balanceOf } from '../rules/sums.ts';
import { skus } from './sales.ts';
import { among, type World } from './world.ts';

/** Goods that come: mostly onto a shelf that trade goes on from; some at a cost nobody knows. */
export function chooseReceipt(world: World): Asked {
  const { random, books, now } = world;
  const { today } = momentOf(books, now);
  const isOpening = random.percent(20);
  const lines = Array.from({ length: 1 + random.below(3) }, () => receiptLine(world));
  const day = random.percent(75) ? undefined : plusDays(today, random.percent(90) ? -random.below(70) : 1);
  const note = random.percent(80) ? undefined : random.pick(['', 'late van']);
  const common = { id: random.uuid(), lines, ...(day !== undefined && { day }), ...(note !== undefined && { note }) };
  if (isOpening) return { name: 'stock.open', input: common };
  const taxCents = random.percent(60) ? undefined : random.below(20_000);
  const supplierId = random.percent(96) ? undefined : 77;
  const input = {
    ...common,
    paidBy: random.pick(counterparties),
    ...(taxCents !== undefined && { taxCents }),
    ...(supplierId !== undefined && { supplierId }),
    ...(random.percent(30) && { reference: `INV ${random.below(90)}` }),
  };
  return { name: 'stock.receive', input };
}

function receiptLine({ random, books }: World) {
  const known = books.products.map(({ sku }) => sku);
  const sku = known.length > 0 && random.percent(96) ? random.pick(known) : random.pick([...skus, 'NOBODY-HAS-IT']);
  const milli = random.percent(80) ? 1000 * (1 + random.below(20)) : 1 + random.below(9000);
  const cost = random.below(100);
  return {
    sku,
    quantity: milli / 1000,
    ...(cost < 50 && { unitCost: priceText(random.below(90_000)) }),
    ...(cost >= 50 && cost < 75 && { valueCents: random.below(90_000) }),
  };
}

export function chooseVoidReceipt(world: World): Asked {
  const { random, books } = world;
  const number = random.percent(95) ? (among(world, books.arrivals, 5)?.number ?? 'G-2026-000001') : 'G-1999-000001';
  return { name: 'stock.voidReceipt', input: { id: random.uuid(), number, why: 'counted twice' } };
}

/** A count is begun, goes on for a while, and is booked or given up. */
export function chooseStocktake(world: World): Asked {
  const { random, books } = world;
  const open = books.stocktakes.filter(({ id }) => !books.countEnds.some(({ stocktakeId }) => stocktakeId === id));
  const found = random.percent(92) ? among(world, open) : among(world, books.stocktakes, 30);
  if (!found || random.percent(14)) return openCount(world);
  const id = random.uuid();
  const number = random.percent(98) ? found.number : 'K-1999-000001';
  if (random.percent(68)) return { name: 'stocktakes.count', input: { id, number, lines: countLines(world, found) } };
  if (random.percent(18)) return { name: 'stocktakes.cancel', input: { id, number, why: 'the wrong shelf' } };
  return bookCount(world, number);
}

function openCount({ random, books }: World): Asked {
  const place = random.pick(['shelf', 'shelf', 'shelf', 'supplier-shelf', 'returns', 'repair'] as const);
  const known = books.products.map(({ sku }) => sku);
  const named = Array.from({ length: 1 + random.below(4) }, () =>
    known.length > 0 && random.percent(97) ? random.pick(known) : 'NOBODY-HAS-IT',
  );
  const scope = random.pick([undefined, undefined, { all: true as const }, { skus: named }]);
  const input = {
    id: random.uuid(),
    place,
    ...(scope && { scope }),
    ...(random.percent(40) && { blind: random.percent(70) }),
    ...(random.percent(20) && { note: 'before the holiday' }),
  };
  return { name: 'stocktakes.open', input };
}

function countLines({ random, books }: World, { place, skus: named }: Stocktake) {
  const known = books.products.map(({ sku }) => sku);
  const likely = named && random.percent(90) ? named : known;
  return Array.from({ length: 1 + random.below(3) }, () => {
    const sku = likely.length > 0 && random.percent(98) ? random.pick(likely) : 'NOBODY-HAS-IT';
    const { milli } = balanceOf(books, sku, place);
    const off = random.percent(60) ? 0 : 1000 * (random.below(5) - 2);
    const mode = random.pick(['set', 'add', undefined] as const);
    const quantity =
      mode === 'set' ? Math.max(milli + off, random.percent(95) ? 0 : -1000) / 1000 : random.below(5) - 1;
    return { sku, quantity, ...(mode && { mode }) };
  });
}

function bookCount({ random, books }: World, number: string): Asked {
  const known = books.products.map(({ sku }) => sku);
  const reasons = Array.from({ length: random.below(3) }, () => ({
    sku: known.length > 0 ? random.pick(known) : 'CUP',
    reason: random.pick(differenceReasons),
    ...(random.percent(40) && { note: random.pick(['', 'behind the door']) }),
  }));
  const input = {
    id: random.uuid(),
    number,
    ...(random.percent(35) && { uncounted: random.pick(['leave', 'none-there'] as const) }),
    ...(random.percent(75) && { reason: random.pick(differenceReasons) }),
    ...(reasons.length > 0 && { reasons }),
    ...(random.percent(20) && { note: 'by two people' }),
  };
  return { name: 'stocktakes.book', input };
}
