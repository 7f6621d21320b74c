import { expect, test } from 'vitest';
import { addressOf, placeOf } from './paths.ts';

test('an address is read back as it was written', () => {
  const hash = addressOf('/sales/:id', { id: 12 }, { text: '王 伟' });
  const place = placeOf(hash);
  expect([place?.path, place?.params, place?.query.get('text')]).toEqual(['/sales/:id', { id: '12' }, '王 伟']);
});

test('parts of an address may hold any character', () => {
  expect(placeOf(addressOf('/counter/:saleId', { saleId: 'A/7 %' }, {}))?.params).toEqual({ saleId: 'A/7 %' });
});

test('nothing at all is home, and an unknown address is nowhere', () => {
  expect([placeOf('')?.path, placeOf('#/')?.path, placeOf('#/returns/1/2'), placeOf('#/%E0%A4%A')]).toEqual([
    '/',
    '/',
    undefined,
    undefined,
  ]);
});
