import { beforeEach, expect, test } from 'vitest';
import type { DrawerCount } from '../../../contract/api/drawer.ts';
import type { Output } from '../../../contract/api.ts';
import { language } from '../../i18n/index.ts';
import { coinName } from './coin-name.ts';
import { DrawerCountDesk, verdictOf } from './drawer-count.svelte.ts';
import { drawerDays } from './drawer-days.ts';
import { flowWords } from './flow-words.ts';
import { drawerGroup } from './report-groups.ts';

beforeEach(() => {
  language.locale = 'en';
  language.currency = 'CNY';
});

const counted = (changes: Partial<DrawerCount> = {}): DrawerCount => ({
  number: 'D-1',
  day: '2026-11-18',
  at: '2026-11-18T10:00:00.000Z',
  person: 'owner',
  coins: [],
  countedCents: 1000,
  differenceCents: 0,
  ...changes,
});

const nowOf = (expectedCents?: number): Output<'drawer.now'> => ({
  flows: [],
  ...{ flowCount: 0, inCents: 0, outCents: 0, denominations: [100, 10] },
  ...(expectedCents !== undefined && { expectedCents }),
});

test('what is counted is added up as it is typed, and held against what should be there', () => {
  const desk = new DrawerCountDesk(() => nowOf(450));
  expect([desk.countedCents, desk.differenceCents, desk.needsNote]).toEqual([0, undefined, false]);
  desk.setPieces(100, 4);
  desk.setPieces(10, 3);
  expect([desk.countedCents, desk.differenceCents, desk.needsNote]).toEqual([430, -20, true]);
  desk.setPieces(10, 5);
  expect([desk.differenceCents, desk.needsNote]).toEqual([0, false]);
});

test('nothing is recorded before something was counted, nor a difference without a word', async () => {
  const desk = new DrawerCountDesk(() => nowOf(450));
  expect(await desk.record()).toBeUndefined();
  expect([desk.emptyError !== undefined, desk.noteError]).toEqual([true, undefined]);
  desk.setPieces(100, 4);
  expect(await desk.record()).toBeUndefined();
  expect([desk.emptyError, desk.noteError !== undefined]).toEqual([undefined, true]);
});

test('a count that was interrupted comes back as it was', () => {
  const desk = new DrawerCountDesk(() => nowOf(450));
  expect(desk.content).toBeUndefined();
  desk.setPieces(100, 0);
  desk.setPieces(10, 7);
  desk.note = 'a coin fell down';
  const again = new DrawerCountDesk(() => nowOf(450));
  again.restore(JSON.parse(JSON.stringify(desk.content)));
  expect([again.pieces(100), again.pieces(10), again.note]).toEqual([0, 7, 'a coin fell down']);
  again.clear();
  expect(again.content).toBeUndefined();
});

test('the first count has nothing to differ from', () => {
  const desk = new DrawerCountDesk(() => nowOf());
  desk.setPieces(100, 4);
  expect([desk.differenceCents, desk.needsNote]).toEqual([undefined, false]);
});

test.each([
  [0, 'right'],
  [5, 'over'],
  [-5, 'short'],
] as const)('a difference of %i is %s', (cents, verdict) => {
  expect(verdictOf(cents)).toBe(verdict);
});

test('coins go by the names that people call them', () => {
  expect([coinName(10_000), coinName(50)]).toEqual(['¥100', '¥0.50']);
  language.locale = 'zh-CN';
  expect([coinName(10_000), coinName(50), coinName(10)]).toEqual(['100 元', '5 角', '1 角']);
});

test('days stand newest first, with their last count and all that was over and short', () => {
  const counts = [
    counted({ number: 'D-4', day: '2026-11-19', countedCents: 900, differenceCents: -100 }),
    counted({ number: 'D-3', day: '2026-11-19', countedCents: 1030, differenceCents: 30 }),
    counted(),
  ];
  const move = {
    number: 'D-2',
    day: '2026-11-17',
    at: '',
    person: 'owner',
    kind: 'put-in',
    amountCents: 5,
    booked: false,
  };
  expect(drawerDays({ counts, moves: [{ ...move, kind: 'put-in' as const }] })).toEqual([
    { day: '2026-11-19', countedCents: 900, differenceCents: -70 },
    { day: '2026-11-18', countedCents: 1000, differenceCents: 0 },
    { day: '2026-11-17', differenceCents: 0 },
  ]);
});

test('what came and went is said in words, also where nobody has a word for the entry', () => {
  const flow = { document: 'x', cents: 1, day: '2026-11-18', at: '' };
  expect([
    flowWords({ ...flow, kind: 'sale' }),
    flowWords({ ...flow, kind: 'to-bank' }),
    flowWords({ ...flow, kind: 'entry', entryKind: 'payout-void' }),
    flowWords({ ...flow, kind: 'entry', entryKind: 'never-heard-of' }),
  ]).toEqual(['Sale', 'To the bank', 'Refund voided', 'Other entry']);
});

test('the lines of the drawer add up to its end', () => {
  const drawer = {
    ...{ openingCents: 1000, inCents: 500, outCents: 200, expectedCents: 1290 },
    counts: [counted({ countedCents: 1290, differenceCents: -10 })],
    moves: [],
  };
  const rows = drawerGroup({ drawer } as unknown as Output<'money.dayReport'>)?.rows ?? [];
  const parts = rows.filter(({ isSum }) => !isSum).map(({ cents = 0 }) => cents);
  expect(rows.at(-1)?.cents).toBe(parts.reduce((sum, cents) => sum + cents, 0));
});
