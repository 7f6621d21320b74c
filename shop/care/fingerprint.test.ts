import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { busyShop } from '../../fixtures/busy-shop.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { digitsIn } from './fingerprint.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** As the roll prints it: the beginning in groups of four. */
const shortFingerprint = (hash: string): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');

let shop: TestShop;
beforeAll(async () => {
  shop = await busyShop();
});
afterAll(() => shop.close());

test('what slips print of a fingerprint finds the event and its documents', async () => {
  const [found] = (await shop.call('returns.search', { stage: 'settled' })).items;
  const { fingerprint } = await shop.call('returns.get', { returnId: found?.returnId ?? 0 });
  const printed = [
    fingerprint,
    shortFingerprint(fingerprint),
    `链上指纹 ${fingerprint}`,
    `指纹：${shortFingerprint(fingerprint).toUpperCase()}`,
    `Chain fingerprint ${fingerprint}`,
    `#${fingerprint.slice(0, 8)}`,
    ` ${fingerprint.slice(0, 20).replace(/(..)(?=.)/g, '$1:')}\n`,
    `${fingerprint.slice(0, 6)}-${fingerprint.slice(6, 12)}…`,
  ];
  const answers = await Promise.all(printed.map((text) => shop.call('care.fingerprint', { text })));
  const [first] = answers;
  expect(first?.found).toHaveLength(1);
  expect(first?.found[0]).toMatchObject({ head: fingerprint, person: 'owner', kind: expect.stringContaining('.') });
  expect(answers.map(({ found: events }) => events)).toEqual(printed.map(() => first?.found));
  expect(first?.events).toBe((await shop.call('care.health', {})).events);
});

test('every event is found with the documents it made, and no others', async () => {
  const sale = await shop.call('sales.record', {
    id: randomUUID(),
    lines: [{ sku: 'CUP', quantity: 1, unitPrice: '20.00' }],
    tenders: [],
  });
  const { head } = await shop.call('care.health', {});
  const { found } = await shop.call('care.fingerprint', { text: head.slice(0, 8) });
  expect(found.map(({ kind, documents }) => ({ kind, documents }))).toEqual([
    { kind: 'sales.record', documents: [sale.number] },
  ]);
});

test('the head in a month pack is found', async () => {
  const to = temporaryFolder();
  const { controls, files } = await shop.call('months.export', { month: '2026-10', format: 'csv', to });
  const sheet = readFileSync(files.find(({ path }) => path.endsWith('controls.csv'))?.path ?? '', 'utf8');
  const line = sheet.split('\r\n').find((text) => text.startsWith('账本指纹')) ?? '';
  const { found } = await shop.call('care.fingerprint', { text: line });
  expect(found.map(({ head }) => head)).toEqual([controls.head]);
});

test('another shop’s fingerprint is not found, and a short one is refused', async () => {
  await using empty = testShop();
  const { head } = await shop.call('care.health', {});
  expect(await empty.call('care.fingerprint', { text: head })).toEqual({ found: [], events: 0 });
  for (const text of ['abc1234', '指纹: 12 34 56', 'fingerprint'])
    expect(await shop.refusal('care.fingerprint', { text })).toEqual({
      code: 'fingerprint-too-short',
      data: { least: 8 },
    });
});

test.each([
  ['A4 · Chain fingerprint 1a2b 3c4d', '1a2b3c4d'],
  ['账本指纹 head,,1A2B3C4D', '1a2b3c4d'],
  ['shop-20261118T030000000Z-1a2b3c4d.json', '1a2b3c4d'],
  ['１ａ２ｂ３ｃ４ｄ', '1a2b3c4d'],
  ['no such thing', ''],
])('the fingerprint in %s', (text, digits) => {
  expect(digitsIn(text)).toBe(digits);
});
