import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { counterInput, saleInput } from '../fixtures/builders.ts';
import { wechatRefunds } from '../fixtures/files/wallets/bill-text.ts';
import { violationsInBothThemes } from './support/accessible.ts';
import { cornerShop } from './support/corner-shop.ts';
import { goTo } from './support/go-to.ts';
import { keyboardOf } from './support/keyboard.ts';
import { confirm, openSheet } from './support/sheets.ts';
import type { StartedHost } from './support/start-host.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-bill-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const start = cornerShop({ settings: { currency: 'CNY', timeZone: 'Asia/Shanghai' } });

/** Gives a customer 20.00 back over WeChat; gives the payout's number. */
async function payOut({ call }: StartedHost, reference?: string): Promise<string> {
  const tenders = [{ tender: 'wechat' as const, amountCents: 6000 }];
  const soldAt = new Date(Date.now() - 60_000).toISOString();
  const { saleId } = await call('sales.record', saleInput({ soldAt, tenders }));
  const sale = await call('sales.get', { saleId });
  const payouts = [{ tender: 'wechat' as const, amountCents: 2000, ...(reference && { reference }) }];
  const { payoutNumbers } = await call('returns.counter', { ...counterInput(sale, { payouts }), id: randomUUID() });
  return payoutNumbers[0] ?? '';
}

const number = '5030000000202611180000000000';
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

function bill(): string {
  const path = join(scratch, 'bill.csv');
  const refunds = [1, 2, 3].map((n) => ({
    reference: `${number}${n}`,
    order: `420000000020261118000000000${n}`,
    at: `${day} 00:00:0${n}`,
    yuan: '20.00',
  }));
  writeFileSync(path, wechatRefunds(refunds));
  return path;
}

test('a bill is read, what fits is tied, and the rest is tied and freed again by keyboard alone', async () => {
  const path = bill();
  const started = await start({ pickAnswers: [path, path] });
  const { page, call } = started;
  const keys = keyboardOf(page);
  const named = await payOut(started, `${number}1`);
  const [first, second] = [await payOut(started), await payOut(started)];

  await goTo(page, '/#/wallets');
  await page.getByText('No bill was read yet').waitFor();
  await keys.press('Control+o');
  await page.getByText('bill.csv: 3 new refunds, 1 tied').waitFor();
  await page.getByText('Not tied (4)').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.getByRole('grid', { name: 'Only on the bill' }).focus();
  await keys.press('ArrowDown', 'F8');
  await page.getByText('Not tied (2)').waitFor();
  await page.getByRole('grid', { name: 'Only on the bill' }).focus();
  await keys.press('ArrowDown');
  await openSheet(page, 'Enter');
  await confirm(page);
  await page.getByText('Both sides agree').waitFor();

  const tied = async () => {
    const { tied: pairs } = await call('wallets.reconcile', { wallet: 'wechat', from: day, to: day });
    return pairs.map(({ payout, how }) => [payout.payoutNumber, how]);
  };
  expect(await tied()).toEqual([
    [named, 'reference'],
    [first, 'hand'],
    [second, 'hand'],
  ]);

  await keys.pressOn(page.getByRole('radio', { name: /Not tied/ }), '2');
  await page.getByRole('grid', { name: 'Tied' }).focus();
  await keys.press('End');
  await openSheet(page, 'Enter');
  await keys.type('looked again');
  await confirm(page);
  await page.getByText('Not tied (2)').waitFor();
  expect(await tied()).toHaveLength(2);

  await keys.press('Control+o');
  await page.getByText('bill.csv: no new refunds, 1 tied').waitFor();
  expect(await tied()).toHaveLength(3);
});
