import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wechatRefunds } from '../../fixtures/files/wallets/bill-text.ts';
import type { Call, Screen } from './screen.ts';

/** A bill of this month made of the demo shop's own payouts: some named, one of another amount, one that nobody knows. */
async function billRead(call: Call): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const month = today.slice(0, 7);
  const sale = (sku: string, paidCents: number) => [
    { sku, name: '马克杯', quantity: 1, unitPrice: String(paidCents / 100), paidCents },
  ];
  const refunds: Parameters<typeof wechatRefunds>[0][number][] = [];
  const amounts = [4550, 12_900, 4550, 9900, 26_800, 15_900, 4550];
  for (const [n, cents] of amounts.entries()) {
    const { saleId } = await call('sales.record', {
      id: randomUUID(),
      lines: sale('MUG', cents),
      tenders: [{ tender: 'wechat', amountCents: cents }],
    });
    const { lines } = await call('sales.get', { saleId });
    const back = { saleLineId: lines[0]?.saleLineId ?? 0, quantity: 1, reason: 'changed-mind' as const };
    const gradings = [{ quantity: 1, grade: 'A' as const, disposition: 'resell' as const }];
    const reference = `5030000000202611180000000000${n}`;
    await call('returns.counter', {
      id: randomUUID(),
      channel: 'counter',
      want: 'refund',
      lines: [{ ...back, gradings }],
      payouts: [{ tender: 'wechat', amountCents: cents, ...(n === 1 && { reference }) }],
    });
    if (n !== 4)
      refunds.push({
        reference,
        order: `420000000020261118000000000${n}`,
        at: `${today} 1${n}:20:00`,
        yuan: String(cents / 100),
      });
  }
  refunds.push({ reference: '50300000002026111800000000099', order: '42', at: `${month}-01 09:30:00`, yuan: '66.00' });
  const path = join(mkdtempSync(join(tmpdir(), 'backshelf-bill-')), '微信支付账单.csv');
  writeFileSync(path, wechatRefunds(refunds));
  await call('wallets.read', { id: randomUUID(), path });
  return '/#/wallets';
}

/** The wallets' bills beside our payouts. */
export const walletScreens: readonly Screen[] = [
  { name: 'wallets-empty', route: '/#/wallets' },
  { name: 'wallets', route: billRead },
  {
    name: 'wallets-tied',
    route: billRead,
    steps: (page) => page.getByText(/已对上（|Tied \(/).click(),
  },
  {
    name: 'wallets-tie',
    route: billRead,
    steps: async (page) => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
  },
];
