import type { Input } from '../../../../contract/api.ts';
import { type Tender, tenders } from '../../../../contract/values/words.ts';
import { priceText, sum, worth } from '../rules/figures.ts';
import { digitsOf } from '../rules/moment.ts';
import { type Asked, momentOf } from '../rules/perform.ts';
import { balanceOf, settingsOf } from '../rules/sums.ts';
import { split, type World } from './world.ts';

type Sale = Input<'sales.record'>;
type Line = Sale['lines'][number];

export const skus = ['CUP', 'POT', 'VASE', 'LAMP', 'cup', '茶壶', 'TEA-250', 'BOLT'];
const dayMs = 86_400_000;

/** A sale of now or of earlier, paid for by none to three tenders; some are wrong in some way. */
export function chooseSale(world: World): Asked {
  const { random } = world;
  const { booksSales } = settingsOf(world.books);
  const wanted = booksSales && random.percent(80) ? onTheShelf(world) : [];
  const count = 1 + random.below(3);
  const lines = wanted.length > 0 ? wanted : Array.from({ length: count }, () => lineOf(world, random.pick(skus)));
  const soldAt = soldAtOf(world);
  const customer = customerOf(world);
  const number = numberOf(world);
  const input: Sale = {
    id: random.uuid(),
    lines,
    tenders: tendersOf(world, lines),
    ...(soldAt !== undefined && { soldAt }),
    ...(customer !== undefined && { customer }),
    ...(number !== undefined && { number }),
  };
  return { name: 'sales.record', input };
}

function lineOf({ random, books, now }: World, sku: string, milli?: number): Line {
  const quantity = (milli ?? (random.percent(70) ? 1000 * (1 + random.below(6)) : 1 + random.below(4000))) / 1000;
  const priceE4 = random.percent(60) ? 100 * random.below(9000) : random.below(random.percent(50) ? 300 : 900_000);
  const fullCents = worth(priceE4, Math.round(quantity * 1000), digitsOf(momentOf(books, now)));
  const paidCents = random.percent(60) ? undefined : random.below(fullCents + 1);
  const cents = paidCents ?? fullCents;
  const taxCents = random.percent(40)
    ? undefined
    : random.percent(80)
      ? Math.round((cents * 13) / 113)
      : random.below(cents + 9);
  const costCents = random.percent(55) ? undefined : random.below(50_000);
  const name = random.percent(70) ? undefined : `${sku} ${random.below(2) === 0 ? 'good' : '好'}`;
  return {
    sku,
    quantity,
    unitPrice: priceText(priceE4),
    ...(name !== undefined && { name }),
    ...(paidCents !== undefined && { paidCents }),
    ...(taxCents !== undefined && { taxCents }),
    ...(costCents !== undefined && { costCents }),
  };
}

/** What can be sold where the shop books its sales: what came back and went to the shelf. */
function onTheShelf(world: World): Line[] {
  const { random, books } = world;
  const there = skus.map((sku) => ({ sku, ...balanceOf(books, sku, 'shelf') })).filter(({ milli }) => milli > 0);
  if (there.length === 0) return [];
  const { sku, milli } = random.pick(there);
  const asked = random.percent(50) ? milli : 1 + random.below(milli);
  return [lineOf(world, sku, asked)];
}

function tendersOf(world: World, lines: readonly Line[]): Sale['tenders'] {
  const { random, books, now } = world;
  const digits = digitsOf(momentOf(books, now));
  const totalCents = sum(
    lines,
    ({ unitPrice, quantity, paidCents }) =>
      paidCents ?? worth(Math.round(Number(unitPrice) * 10_000), Math.round(quantity * 1000), digits),
  );
  if (random.percent(12)) return [];
  const payable = random.percent(3) ? totalCents + 1 : totalCents;
  const names: Tender[] = Array.from({ length: 1 + random.below(3) }, () => random.pick(tenders));
  return split(world, payable, names.length)
    .map((amountCents, index) => ({ tender: names[index] ?? 'cash', amountCents }))
    .filter(({ amountCents }) => amountCents > 0);
}

function soldAtOf({ random, now }: World): string | undefined {
  if (random.percent(55)) return undefined;
  const days = random.percent(85) ? -random.below(25) : random.percent(70) ? -random.below(200) : random.below(4);
  return new Date(Date.parse(now) + days * dayMs).toISOString();
}

function customerOf({ random }: World): Sale['customer'] | undefined {
  if (random.percent(60)) return undefined;
  const which = random.below(4);
  const [code, name, phone] = [`K${which}`, ['王芳', 'Smith', '李雷', '王芳'][which] ?? '', `1380000000${which}`];
  return random.pick([name, code, ` ${name} `, '', { code, name }, { phone }, { name }, { name, phone }, {}, { code }]);
}

/** Most get the shop's own; a few are typed in, some twice, some look like one that the shop will give out itself. */
function numberOf({ random, books, now }: World): string | undefined {
  if (random.percent(82)) return undefined;
  if (random.percent(60)) return `till-${random.below(400)}`;
  const next = 1 + books.documents.filter(({ series }) => series === 'S').length;
  return `S-${now.slice(0, 4)}-${String(next + random.below(5)).padStart(6, '0')}`;
}
