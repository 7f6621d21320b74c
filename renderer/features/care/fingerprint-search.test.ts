import { beforeEach, expect, test } from 'vitest';
import { recordSale } from '../../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../../fixtures/shop.ts';
import { language } from '../../i18n/index.ts';
import { FingerprintSearch } from './fingerprint-search.svelte.ts';

beforeEach(() => {
  language.locale = 'en';
});

function searchOf(shop: TestShop): FingerprintSearch {
  return new FingerprintSearch(async (text) => {
    const outcome = await shop.ask('care.fingerprint', { text });
    if ('ok' in outcome) return { ok: outcome.ok };
    if ('invalid' in outcome) return { trouble: { kind: 'invalid', misfits: outcome.invalid } };
    return { trouble: { kind: 'refused', refusal: outcome.refused } };
  });
}

test('the fingerprint of a paper is found as it is printed, in groups of four', async () => {
  await using shop = testShop();
  await recordSale(shop);
  const { head, events } = await shop.call('care.health', {});
  const search = searchOf(shop);
  await search.scan(head.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '));
  expect([search.looked?.found.map(({ seq }) => seq), search.error]).toEqual([[events], undefined]);
});

test('too little of it is said at the field', async () => {
  await using shop = testShop();
  const search = searchOf(shop);
  await search.scan('ab12');
  expect([search.error, search.otherTrouble]).toEqual([
    'Please enter at least 8 characters of the fingerprint.',
    undefined,
  ]);
});

test('whoever scans the code of a slip is told what to enter instead', async () => {
  await using shop = testShop();
  const search = searchOf(shop);
  await search.scan('R-2026-000118');
  expect([search.error, search.looked]).toEqual([
    '“R-2026-000118” is the number of a document. Please enter the fingerprint printed on it.',
    undefined,
  ]);
});

test('a fingerprint of other books is not found', async () => {
  await using shop = testShop();
  const search = searchOf(shop);
  await search.scan('deadbeef12345678');
  expect(search.looked?.found).toEqual([]);
});
