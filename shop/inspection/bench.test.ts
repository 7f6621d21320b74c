import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordSale } from '../../fixtures/builders.ts';
import { testClock, testShop } from '../../fixtures/shop.ts';
import { walk } from '../../fixtures/walk.ts';

const glass = [{ zh: '无裂纹', en: 'No cracks' }];

test('the questions are those of the category, else those for all', async () => {
  await using shop = testShop({ settings: { checklists: [{ category: 'glass', questions: glass }] } });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'VASE', name: 'Vase', category: 'glass' });
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: 'Cup' });
  expect(await shop.call('inspection.checklist', { sku: 'VASE' })).toEqual({ category: 'glass', questions: glass });
  expect(await shop.call('inspection.checklist', { sku: 'CUP' })).toEqual({ questions: [] });
  expect(await shop.refusal('inspection.checklist', { sku: 'NOTHING' })).toEqual({
    code: 'no-such-product',
    data: { sku: 'NOTHING' },
  });
  await using fresh = testShop();
  await fresh.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', name: 'Cup', category: 'glass' });
  const { questions } = await fresh.call('inspection.checklist', { sku: 'CUP' });
  expect(questions[0]).toEqual({ zh: '包装完好', en: 'The packaging is whole' });
});

test('what was seen is kept with the grade; a “no” says why', async () => {
  await using shop = testShop();
  const back = await walk(shop, await recordSale(shop));
  await back.receive();
  const seen = { question: 'No cracks', ok: false };
  const grading = { returnLineId: back.returnLineId, quantity: 1, grade: 'C', disposition: 'scrap' } as const;
  const lines = [grading, { ...grading, checklist: [{ question: 'Clean', ok: true }, seen] }];
  expect(await shop.refusal('inspection.record', { id: randomUUID(), returnId: back.returnId, lines })).toEqual({
    code: 'check-needs-note',
    data: { line: 2, question: 'No cracks' },
  });
  const checklist = [{ ...seen, note: 'one across the rim' }];
  const done = await back.inspect({ quantity: 1, grade: 'C', disposition: 'scrap', checklist });
  expect(done.lines[0]?.inspections).toMatchObject([{ checklist }]);
});

test('what the goods could bring is worked out from price, cost, age and the settings', async () => {
  const clock = testClock();
  await using shop = testShop({
    clock,
    settings: { repairCosts: [{ category: '', cents: 150 }], supplierPercent: 50 },
  });
  const { supplierId } = await shop.call('suppliers.save', { id: randomUUID(), name: 'Potters' });
  const back = await walk(shop, await recordSale(shop));
  await back.receive();
  clock.set('2026-12-16T03:00:00.000Z');
  const ask = (quantity?: number) =>
    shop.call('inspection.suggest', { returnLineId: back.returnLineId, grade: 'B', ...(quantity && { quantity }) });
  const suggestion = await ask();
  expect(suggestion).toMatchObject({ best: 'repair', ageingDays: 31 });
  expect(suggestion.options.map(({ disposition, valueCents }) => [disposition, valueCents])).toEqual([
    ['repair', 6000 - 300 - 450],
    ['resell', 4200 - 210],
    ['scrap', 0],
  ]);
  await shop.call('catalog.saveProduct', { id: randomUUID(), sku: 'CUP', supplierId, price: '1.00' });
  expect((await ask(1)).options.map(({ disposition, valueCents }) => [disposition, valueCents])).toEqual([
    ['supplier', 400],
    ['resell', 70 - 4],
    ['scrap', 0],
    ['repair', 100 - 5 - 150],
  ]);
  const done = await back.inspect({ grade: 'B', suggestion });
  expect(done.lines[0]).toMatchObject({ inspectedQuantity: 3 });
  const missing = { code: 'no-such-return-line', data: { line: 1, returnLineId: 99 } };
  expect(await shop.refusal('inspection.suggest', { returnLineId: 99, grade: 'B' })).toEqual(missing);
  expect(await shop.refusal('inspection.twin', { returnLineId: 99, grade: 'B' })).toEqual(missing);
});
