import type { Input } from '../../../../contract/api.ts';
import { channels, dispositions, grades, wants } from '../../../../contract/values/words.ts';
import type { Sale, SaleLine } from '../rules/books.ts';
import { plusDays } from '../rules/figures.ts';
import { type Asked, momentOf, tryOut } from '../rules/perform.ts';
import { usualReasons } from '../rules/policy.ts';
import { returnedMilli } from '../rules/sums.ts';
import { choosePayouts } from './payouts.ts';
import { skus } from './sales.ts';
import { among, partOf, type World } from './world.ts';

type Open = Input<'returns.open'>;
type OpenLine = Open['lines'][number];
export type Grading = Input<'returns.counter'>['lines'][number]['gradings'][number];

export function chooseOpen(world: World): Asked {
  return { name: 'returns.open', input: { id: world.random.uuid(), ...openingOf(world) } };
}

/** A whole counter return, mostly with gradings of everything and with the right money. */
export function chooseCounter(world: World): Asked {
  const { random } = world;
  const opening = openingOf(world);
  const lines = opening.lines.map((line) => ({
    ...line,
    gradings: gradingsOf(world, Math.round(line.quantity * 1000)),
  }));
  const approve = random.percent(75) ? { approve: random.percent(50) ? {} : { note: 'seen' } } : {};
  const input = { id: random.uuid(), ...opening, ...approve, lines, payouts: [] };
  const asked: Asked = { name: 'returns.counter', input };
  const tried = tryOut(world.books, asked, world.now);
  if (!('refused' in tried) || tried.refused.code !== 'under-paid-amount') return asked;
  const { payableCents } = tried.refused.data as { payableCents: number };
  const sale = saleOfOpening(world, opening);
  return { ...asked, input: { ...input, payouts: choosePayouts(world, sale, payableCents) } };
}

function openingOf(world: World): Omit<Open, 'id'> {
  const { random, books } = world;
  const whole = books.sales.slice(-25).filter(({ lines }) => lines.some((line) => returnedMilli(books, line) === 0));
  const sale = random.percent(93) ? among(world, random.percent(60) ? whole : books.sales, 15) : undefined;
  const lines = sale ? linesOf(world, sale) : [unsoldLine(world)];
  const day = dayOf(world, sale);
  const named = random.percent(40) ? { saleId: random.percent(97) ? (sale?.id ?? 0) : 100_000 } : {};
  return {
    ...(sale && named),
    channel: random.pick(channels),
    want: random.pick(wants),
    ...(day !== undefined && { day }),
    ...(random.percent(8) && { customer: random.pick(['王芳', 'somebody', { phone: '13900000000' }]) }),
    lines,
  };
}

function saleOfOpening({ books }: World, { saleId, lines }: Omit<Open, 'id'>): Sale | undefined {
  const saleLineId = lines.find((line) => line.saleLineId !== undefined)?.saleLineId;
  return books.sales.find((sale) => sale.id === saleId || sale.lines.some(({ id }) => id === saleLineId));
}

function linesOf(world: World, sale: Sale): OpenLine[] {
  const { random } = world;
  const count = random.percent(70) ? 1 : 1 + random.below(3);
  const left = sale.lines.filter((line) => returnedMilli(world.books, line) < line.milli);
  const likely = left.length > 0 && random.percent(92) ? left : sale.lines;
  return Array.from({ length: count }, () => lineOf(world, random.pick(likely)));
}

function lineOf(world: World, line: SaleLine): OpenLine {
  const { random, books } = world;
  const milli = partOf(world, line.milli - returnedMilli(books, line));
  const named = random.percent(90) ? { saleLineId: random.percent(97) ? line.id : line.id + 1 + random.below(50) } : {};
  const bySku = 'saleLineId' in named ? random.percent(10) : random.percent(95);
  return { ...named, ...(bySku && { sku: line.sku }), quantity: milli / 1000, ...reasonOf(world) };
}

/** Without a receipt, and so without a sale. */
function unsoldLine(world: World): OpenLine {
  const { random } = world;
  const sku = random.percent(90) ? random.pick(skus) : 'NOBODY-HAS-IT';
  return { ...(random.percent(95) && { sku }), quantity: partOf(world, 3000) / 1000, ...reasonOf(world) };
}

function reasonOf({ random }: World): Pick<OpenLine, 'reason' | 'note'> {
  // Now and then with half of an emoji, as a text that was cut has it.
  const note = random.percent(30) ? { note: random.percent(90) ? '有划痕' : 'so so \ud83d' } : {};
  if (random.percent(2)) return { reason: 'no-such-thing', ...note };
  if (random.percent(6)) return { reason: 'too-loud', ...note };
  return { reason: random.percent(45) ? 'quality' : random.pick(usualReasons), ...note };
}

function dayOf({ random, books, now }: World, sale: Sale | undefined): string | undefined {
  if (random.percent(80)) return undefined;
  const { today } = momentOf(books, now);
  if (random.percent(15)) return plusDays(today, 1 + random.below(3));
  if (sale && random.percent(50)) return plusDays(sale.day, random.below(6) - 1);
  return plusDays(today, -random.below(40));
}

/** Gradings of so many units, in one to three parts; now and then of fewer or more. */
function gradingsOf(world: World, milli: number): Grading[] {
  const { random } = world;
  const first = random.percent(75) ? milli : partOf(world, milli);
  const rest = milli - first;
  const parts = rest > 0 && random.percent(90) ? [first, rest] : [first];
  return parts.map((part) => gradingOf(world, part));
}

export function gradingOf({ random }: World, milli: number): Grading {
  return {
    quantity: milli / 1000,
    grade: random.pick(grades),
    disposition: random.percent(50) ? 'resell' : random.pick(dispositions),
    ...(random.percent(30) && { writeDownCents: random.below(random.percent(70) ? 500 : 60_000) }),
    ...(random.percent(10) && { note: 'box opened' }),
  };
}
