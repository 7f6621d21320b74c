import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readBill, sides, walletPayout } from '../../fixtures/busy-wallets.ts';
import { wechatRefunds } from '../../fixtures/files/wallets/bill-text.ts';
import { testShop } from '../../fixtures/shop.ts';

const id = () => randomUUID();
const number = '50300000002026111800000000001';

const billOf = (
  ...refunds: { reference?: string; shopRefund?: string; order?: string; yuan?: string; day?: string }[]
) =>
  wechatRefunds(
    refunds.map(({ reference, shopRefund, order, yuan = '20.00', day = '2026-11-18' }, index) => ({
      reference: reference ?? `${number}${index}`,
      order: order ?? `4200000000202611180000000${index}`,
      at: `${day} 10:00:0${index}`,
      yuan,
      ...(shopRefund !== undefined && { shopRefund }),
    })),
  );

test('a refund is known by its number, by ours, by its order, and by its amount where only one fits', async () => {
  await using shop = testShop();
  const [byNumber, ours, byOrder] = [
    await walletPayout(shop, { reference: number }),
    await walletPayout(shop),
    await walletPayout(shop, { reference: '42000000002026111800000777' }),
  ];
  const byAmount = await walletPayout(shop, { cents: 700 });
  const bill = billOf(
    { order: '42000000002026111800000777' },
    { shopRefund: ours.replaceAll('-', '') },
    { yuan: '7.00', day: '2026-11-17' },
    { reference: number },
  );
  expect(await readBill(shop, bill)).toMatchObject({ refundsStored: 4, tied: 4 });
  const { tied, onlyBill, onlyBook, totals } = await sides(shop, 'wechat');
  expect(tied.map(({ payout, how }) => [payout.payoutNumber, how])).toEqual([
    [byNumber, 'reference'],
    [ours, 'reference'],
    [byOrder, 'reference'],
    [byAmount, 'amount'],
  ]);
  expect([onlyBill, onlyBook, totals]).toEqual([[], [], { bookCents: 6700, billCents: 6700, tiedCents: 6700 }]);
});

test('where two could be meant nobody guesses, and what could be is suggested', async () => {
  await using shop = testShop();
  const [one, other] = [await walletPayout(shop), await walletPayout(shop)];
  await walletPayout(shop, { reference: '50399999999999999999999999999', cents: 700 });
  const bill = billOf({}, { yuan: '7.00' }, { yuan: '9.99' }, { day: '2026-10-01', yuan: '1.00' });
  expect(await readBill(shop, bill)).toMatchObject({ tied: 0, refundsStored: 4 });
  const { onlyBill, onlyBook, totals } = await sides(shop, 'wechat');
  const suggested = onlyBill.map(({ line, couldBe }) => [
    line.amountCents,
    couldBe.map(({ payoutNumber }) => payoutNumber),
  ]);
  const contradicted = onlyBook.find(({ payout }) => payout.amountCents === 700)?.payout.payoutNumber;
  expect(suggested).toEqual([
    [100, []],
    [2000, [one, other]],
    [700, [contradicted]],
    [999, []],
  ]);
  expect(totals).toEqual({ bookCents: 4700, billCents: 3799, tiedCents: 0 });
});

test('days that no bill covers are told from those where the wallet knows of nothing', async () => {
  await using shop = testShop();
  await walletPayout(shop);
  const covered = async () => (await sides(shop, 'wechat')).onlyBook.map((row) => row.covered);
  await readBill(shop, billOf({ yuan: '1.00', day: '2026-11-17' }));
  expect(await covered()).toEqual([false]);
  await readBill(shop, billOf({ yuan: '1.00' }));
  expect(await covered()).toEqual([true]);
});

test('a bill that was read before ties what has come since', async () => {
  await using shop = testShop();
  await readBill(shop, billOf({ reference: number }));
  await walletPayout(shop, { reference: number });
  expect(await readBill(shop, billOf({ reference: number }))).toMatchObject({
    refundsStored: 0,
    refundsKnown: 1,
    tied: 1,
  });
  expect((await shop.call('wallets.bills', {})).items).toHaveLength(1);
  expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
});

test('by hand a refund is tied, freed and tied again, and each wrong wish is refused by name', async () => {
  await using shop = testShop();
  const [one, other, dear, alipay] = [
    await walletPayout(shop),
    await walletPayout(shop),
    await walletPayout(shop, { cents: 900 }),
    await walletPayout(shop, { wallet: 'alipay' }),
  ];
  await readBill(shop, billOf({}, {}));
  const [first, second] = (await sides(shop, 'wechat')).onlyBill.map(({ line }) => line);
  const [walletLineId, secondId] = [first?.walletLineId ?? 0, second?.walletLineId ?? 0];
  const refused = (payoutNumber: string, line = walletLineId) =>
    shop.refusal('wallets.tie', { id: id(), walletLineId: line, payoutNumber });
  expect(await refused(one, 99)).toEqual({ code: 'no-such-wallet-line', data: { walletLineId: 99 } });
  expect(await refused('P-1')).toEqual({ code: 'no-such-payout', data: { payout: 'P-1' } });
  const differs = { reference: first?.reference, billCents: 2000 };
  expect(await refused(dear)).toEqual({ code: 'wallet-differs', data: { ...differs, payout: dear, payoutCents: 900 } });
  expect(await refused(alipay)).toEqual({
    code: 'wallet-differs',
    data: { ...differs, payout: alipay, payoutCents: 2000 },
  });
  const tied = await shop.call('wallets.tie', { id: id(), walletLineId, payoutNumber: one });
  expect(tied).toMatchObject({ line: { walletLineId }, payout: { payoutNumber: one } });
  expect(await refused(other)).toEqual({
    code: 'wallet-line-tied',
    data: { reference: first?.reference, payout: one },
  });
  expect(await refused(one, secondId)).toEqual({
    code: 'payout-tied',
    data: { payout: one, reference: first?.reference },
  });
  const untie = (line: number) => ({ id: id(), walletLineId: line, why: 'the other one' });
  await shop.call('wallets.untie', untie(walletLineId));
  const free = { code: 'wallet-line-not-tied', data: { reference: first?.reference } };
  expect(await shop.refusal('wallets.untie', untie(walletLineId))).toEqual(free);
  expect(await shop.refusal('wallets.untie', untie(99))).toMatchObject({ code: 'no-such-wallet-line' });
  await shop.call('refunds.void', { id: id(), payoutNumber: other, why: 'twice' });
  expect(await refused(other)).toEqual({ code: 'already-voided', data: { payout: other } });
});

test('a payout that is taken back after it was tied leaves its line open, until a person says what it is', async () => {
  await using shop = testShop();
  const payoutNumber = await walletPayout(shop, { reference: number });
  await readBill(shop, billOf({ reference: number }));
  await shop.call('refunds.void', { id: id(), payoutNumber, why: 'wrong customer' });
  const { tied, onlyBill, totals } = await sides(shop, 'wechat');
  expect(tied).toEqual([]);
  expect(onlyBill).toMatchObject([{ voided: { payoutNumber } }]);
  expect(totals).toEqual({ bookCents: 0, billCents: 2000, tiedCents: 0 });
  const again = await walletPayout(shop);
  expect(await readBill(shop, billOf({ reference: number }))).toMatchObject({ tied: 0 });
  const walletLineId = onlyBill[0]?.line.walletLineId ?? 0;
  await shop.call('wallets.tie', { id: id(), walletLineId, payoutNumber: again });
  expect((await sides(shop, 'wechat')).tied.map(({ payout, how }) => [payout.payoutNumber, how])).toEqual([
    [again, 'hand'],
  ]);
  expect(await shop.call('care.verify', {})).toMatchObject({ ok: true });
});
