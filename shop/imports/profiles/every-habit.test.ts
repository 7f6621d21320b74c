import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ImportField, ImportKind } from '../../../contract/api/import-fields.ts';
import { recordSale } from '../../../fixtures/builders.ts';
import { type DressName, dressedFile, dresses, type Sheet, type TextEncoding } from '../../../fixtures/files/dress.ts';
import type { Specimen } from '../../../fixtures/files/specimen.ts';
import { platformsAbroad } from '../../../fixtures/files/specimens-abroad.ts';
import { chinesePlatforms } from '../../../fixtures/files/specimens-china.ts';
import { listsOfGoods } from '../../../fixtures/files/specimens-goods.ts';
import { ownLists } from '../../../fixtures/files/specimens-own.ts';
import { returnsLists } from '../../../fixtures/files/specimens-returns.ts';
import { taobaoFiles } from '../../../fixtures/files/specimens-taobao.ts';
import { tillsAbroad } from '../../../fixtures/files/specimens-tills.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';
import { profiles } from './index.ts';

/* Every kind of file that is known, with every habit of its cells (FORMATS §1): each says the same as the plain file. */

const all = [
  ...taobaoFiles,
  ...chinesePlatforms,
  ...tillsAbroad,
  ...platformsAbroad,
  ...returnsLists,
  ...listsOfGoods,
  ...ownLists,
];

type Written = { readonly dress: DressName; readonly encoding: TextEncoding };
const plain: Written = { dress: 'plain', encoding: 'utf-8' };

async function shopFor(specimens: readonly Specimen[]): Promise<TestShop> {
  const isAbroad = specimens.some(({ sign }) => sign === '$');
  const shop = testShop(isAbroad ? { settings: { currency: 'USD', timeZone: 'America/New_York' } } : {});
  for (const { ofSale } of specimens) {
    if (ofSale === undefined) continue;
    const lines = [{ sku: 'CUP', name: 'Cup', quantity: 3, unitPrice: '500.00', paidCents: 150_000, costCents: 2400 }];
    await recordSale(shop, { number: ofSale, soldAt: '2026-11-10T02:00:00.000Z', lines });
  }
  return shop;
}

const withRows = (specimen: Specimen, rowsOf: (sheet: Sheet) => Sheet['rows']): Specimen => ({
  ...specimen,
  rows: rowsOf(specimen),
  ...(specimen.orders && { orders: { ...specimen.orders, rows: rowsOf(specimen.orders) } }),
});

function filesOf(specimen: Specimen, written: Written): { path: string; orders?: string } {
  const path = dressedFile(specimen, written);
  return { path, ...(specimen.orders && { orders: dressedFile(specimen.orders, written) }) };
}

/** What the shop has of one file. A return's fingerprint is of another shop's secret. */
async function booksOf(
  shop: TestShop,
  { sales: ofFile = [], ofSale, returns: back = [], products: items = [] }: Specimen,
) {
  const sales = [];
  const products = [];
  for (const sku of items) products.push(await shop.call('catalog.product', { sku }));
  const returns = [];
  for (const number of ofSale === undefined ? ofFile : [ofSale]) sales.push(await shop.call('sales.get', { number }));
  for (const number of back) {
    const { fingerprint: _, ...found } = await shop.call('returns.get', { number });
    returns.push(found);
  }
  return { sales, returns, products };
}

/** What each file is understood as in an empty shop, what it brings, and what the shop has after it. */
async function readingsOf(specimens: readonly Specimen[], written: Written) {
  await using shop = await shopFor(specimens);
  const files = specimens.map((specimen) => ({ specimen, file: filesOf(specimen, written) }));
  const previews = [];
  for (const { file } of files) previews.push(await shop.call('imports.preview', file));
  const readings = [];
  for (const [index, { specimen, file }] of files.entries()) {
    const { kind, profile, encoding, understood, wouldStore, problems } = previews[index] as (typeof previews)[number];
    const { importId: _, ...result } = await shop.call('imports.run', { id: randomUUID(), ...file, kind });
    const books = result.rowsRefused === 0 ? await booksOf(shop, specimen) : undefined;
    readings.push({ encoding, said: { kind, profile, understood, wouldStore, problems, result, books } });
  }
  return readings;
}

const worlds = (['¥', '$'] as const).map((sign) => {
  const specimens = all.filter((specimen) => specimen.sign === sign);
  const encodings: readonly TextEncoding[] = sign === '¥' ? ['utf-8', 'gbk'] : ['utf-8'];
  const writings = (Object.keys(dresses) as DressName[])
    .flatMap((dress) => encodings.map((encoding) => ({ dress, encoding })))
    .filter(({ dress, encoding }) => dress !== plain.dress || encoding !== plain.encoding);
  return { sign, specimens, writings };
});

test('every kind of file that is known has its specimen', () => {
  const names = all.map(({ profile, kind }) => `${profile} ${kind}`);
  expect([...new Set(names)].toSorted()).toEqual(
    [...new Set(profiles.map(({ name, kind }) => `${name} ${kind}`))].toSorted(),
  );
});

describe.each(worlds)('files in $sign', ({ specimens, writings }) => {
  let reading: ReturnType<typeof readingsOf> | undefined;
  const plainly = () => {
    reading ??= readingsOf(specimens, plain);
    return reading;
  };

  test.each(specimens.map(({ profile, kind }, index) => ({ profile, kind, index })))(
    '$profile of $kind is understood field by field',
    async ({ profile, index }) => {
      const { kind, understood } = specimens[index] as Specimen;
      const said = (await plainly())[index]?.said;
      expect(said).toMatchObject({ kind, profile, problems: [], result: { rowsRefused: 0 } });
      expect(said?.understood.map(({ fields }) => fields)).toEqual(understood);
    },
    60_000,
  );

  test.each(writings)(
    'say the same in $dress and $encoding',
    async (written) => {
      const [readings, same] = [await readingsOf(specimens, written), await plainly()];
      for (const [index, { encoding, said }] of readings.entries()) {
        expect.soft(encoding).toBe(written.encoding === 'gbk' ? 'gb18030' : 'utf-8');
        expect.soft(said).toEqual(same[index]?.said);
      }
    },
    60_000,
  );

  test('say the same of an order whose fields stand on its first row only', async () => {
    const onFirstOnly = specimens
      .filter(({ ofOrder }) => ofOrder !== undefined)
      .map((specimen) => {
        const nothing = Object.fromEntries((specimen.ofOrder ?? []).map((name) => [name, '']));
        return withRows(specimen, ({ rows }) => rows.map((row, index) => (index === 0 ? row : { ...row, ...nothing })));
      });
    const whole = await plainly();
    await using shop = await shopFor(specimens);
    for (const specimen of onFirstOnly) {
      const file = filesOf(specimen, plain);
      await shop.call('imports.run', { id: randomUUID(), ...file, kind: 'sales' });
      const { sales } = await booksOf(shop, specimen);
      const same = whole.find(({ said }) => said.profile === specimen.profile)?.said.books?.sales;
      expect.soft(withoutIds(sales)).toEqual(withoutIds(same));
    }
  }, 60_000);
});

const withoutIds = (found: unknown): unknown =>
  JSON.parse(JSON.stringify(found, (name, value) => (name.endsWith('Id') ? undefined : value)));

const numberOf: Readonly<Record<ImportKind, ImportField>> = {
  sales: 'saleNumber',
  returns: 'returnNumber',
  products: 'sku',
  customers: 'customer',
  suppliers: 'supplier',
  'opening-stock': 'sku',
  'goods-received': 'sku',
};

describe.each(all.map((specimen) => ({ profile: specimen.profile, kind: specimen.kind, specimen })))(
  '$profile, $kind',
  ({ specimen }) => {
    const changed = (heading: string, text: string): Specimen =>
      withRows(specimen, ({ rows }) => rows.map((row) => ({ ...row, [heading]: text })));
    const previewOf = (shop: TestShop, changes: Specimen) => shop.call('imports.preview', filesOf(changes, plain));

    test('a number whose digits are lost is refused; a masked phone is none; an unknown status is kept', async () => {
      await using shop = await shopFor([specimen]);
      if (specimen.number !== undefined) {
        const { problems } = await previewOf(shop, changed(specimen.number, '1.23E+17'));
        const field = numberOf[specimen.kind];
        expect(problems).toEqual(specimen.rows.map((_, index) => ({ row: index + 1, field, code: 'digits-lost' })));
      }
      for (const masked of specimen.phone === undefined ? [] : ['1****6198', '##x7Yq']) {
        const { understood } = await previewOf(shop, changed(specimen.phone ?? '', masked));
        expect(understood.map(({ fields }) => fields)).toEqual(
          specimen.understood.map(({ customerPhone: _, ...fields }) => fields),
        );
      }
      if (specimen.status === undefined) return;
      const strange = withRows(changed(specimen.status, '等待天兵天将'), ({ rows }) => rows.slice(0, 1));
      const { understood } = await previewOf(shop, strange);
      expect(understood).toMatchObject([{ fields: { status: '等待天兵天将' } }]);
      const file = filesOf(strange, plain);
      const { warnings } = await shop.call('imports.run', { id: randomUUID(), ...file, kind: specimen.kind });
      expect(warnings).toContainEqual({ code: 'status-unknown', count: 1 });
    });
  },
);
