import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';

const id = () => randomUUID();
let shop: TestShop;

beforeAll(async () => {
  shop = testShop();
  const products = [
    { sku: 'CS-BL-M', name: '维修衬衫 M', spec: '蓝色', barcodes: ['6901234567892'] },
    { sku: 'DG-01', name: '绿色电工笔' },
    { sku: 'XA-7', name: '西安凉皮' },
    { sku: 'XR-9', name: '先锋音箱' },
    { sku: 'LAMP', name: 'Desk lamp, dimmable' },
    { sku: 'CQ-1', name: '重庆小面' },
  ];
  for (const product of products) await shop.call('catalog.saveProduct', { id: id(), ...product });
  for (const customer of [
    { name: '王芳', phone: '13800136198' },
    { name: '单雄信', phone: '139 0000 2274' },
    { code: 'VIP-00871', name: 'Anna Smith' },
  ])
    await recordSale(shop, { customer });
});
afterAll(() => shop.close());

const found = async (text: string) => (await shop.call('find.search', { text })).items.map(({ title }) => title);

describe('an item', () => {
  test.each([
    ['two characters', '衬衫'],
    ['one character', '衬'],
    ['sounds', 'weixiu'],
    ['sounds that go on', 'weixiuch'],
    ['sounds in the middle', 'chenshan'],
    ['first letters', 'wx'],
    ['first letters in the middle', 'xcs'],
    ['sounds, then a first letter', 'weix'],
    ['first letters, then sounds', 'wxiu'],
    ['capitals', 'WXCS'],
    ['a character and its neighbour’s sound', '维xiu'],
    ['the sound of its kind', 'lanse'],
    ['a part of its barcode', '4567'],
    ['the end of its barcode', '92'],
    ['its whole barcode', '6901234567892'],
    ['two pieces', '衬衫 蓝'],
  ])('is found by %s: %s', async (_, text) => {
    expect(await found(text)).toContain('维修衬衫 M');
  });

  test('is found by any part of its code, which comes first where it begins so', async () => {
    expect(await found('CS-BL')).toEqual(['CS-BL-M']);
    expect(await found('bl-m')).toEqual(['维修衬衫 M']);
  });

  test('is found by the letters people type for ü, and as its word is read', async () => {
    expect(await found('lvse')).toEqual(['绿色电工笔']);
    expect(await found('chongqing')).toEqual(['重庆小面']);
  });

  test('letters that are one syllable or two find both', async () => {
    expect((await found('xian')).sort()).toEqual(['先锋音箱', '西安凉皮']);
  });

  test('words of other languages are found where they begin, and by any part', async () => {
    expect([await found('dim'), await found('mable'), await found('desk lam')]).toEqual([
      ['Desk lamp, dimmable'],
      ['Desk lamp, dimmable'],
      ['Desk lamp, dimmable'],
    ]);
  });
});

describe('a customer', () => {
  test.each([
    ['sounds', 'wangfang', '王芳'],
    ['first letters', 'wf', '王芳'],
    ['the last four digits', '6198', '王芳'],
    ['digits in the middle', '0013', '王芳'],
    ['a number written with blanks', '00002274', '单雄信'],
    ['the sound of a surname', 'shanxiong', '单雄信'],
    ['its sound as a word', 'danxiong', '单雄信'],
    ['a part of a code', '0871', 'Anna Smith'],
  ])('is found by %s', async (_, text, name) => {
    expect(await found(text)).toEqual([name]);
    const { items } = await shop.call('customers.search', { text });
    expect(items.map((customer) => customer.name)).toEqual([name]);
  });

  test('and so are their sales', async () => {
    expect((await shop.call('sales.search', { text: '6198' })).items).toMatchObject([{ customer: '王芳' }]);
  });
});

test.each(['zzz', '衬维', 'xw', '7654', '"', '*', 'AND', '()', '\ue000'])('%s finds nothing', async (text) => {
  expect(await found(text)).toEqual([]);
});
