import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Call, Screen } from './screen.ts';
import { people, pins } from './staff.ts';

const id = (): string => randomUUID();

/** Some cups sold by the owner on a day. */
async function sold(call: Call, daysAgo: number): Promise<{ saleId: number; saleLineId: number }> {
  await people(call);
  const soldAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const lines = [
    { sku: 'CUP-BLUE', name: '马克杯 蓝', quantity: 3, unitPrice: '39.00', paidCents: 11_700, costCents: 4500 },
  ];
  const tenders = [{ tender: 'cash' as const, amountCents: 11_700 }];
  const { saleId } = await call('sales.record', { id: id(), soldAt, customer: '陈静', lines, tenders });
  const sale = await call('sales.get', { saleId });
  return { saleId, saleLineId: sale.lines[0]?.saleLineId ?? 0 };
}

async function refund(call: Call, { saleId, saleLineId }: { saleId: number; saleLineId: number }) {
  const gradings = [{ quantity: 1, grade: 'A' as const, disposition: 'resell' as const }];
  const lines = [{ saleLineId, quantity: 1, reason: 'quality', gradings }];
  const payouts = [{ tender: 'cash' as const, amountCents: 3900 }];
  await call('staff.vouch', { name: '林掌柜', pin: pins.林掌柜 });
  return call('returns.counter', { id: id(), saleId, channel: 'counter', want: 'refund', lines, payouts });
}

/** A day on which the clerk and the cashier did this and that worth a second look. */
async function suspiciousDay(call: Call): Promise<string> {
  await people(call);
  await call('settings.set', { openHours: { from: '03:00', to: '03:01' } });
  const first = await sold(call, 3);
  const second = await sold(call, 3);
  const old = await sold(call, 60);
  await call('staff.signIn', { name: '小王', pin: pins.小王 });
  const { payoutNumbers } = await refund(call, first);
  await refund(call, second);
  const lines = [{ saleLineId: old.saleLineId, quantity: 1, reason: 'changed-mind' }];
  for (let count = 0; count < 2; count += 1) {
    const input = { id: id(), saleId: old.saleId, channel: 'counter', want: 'refund', lines } as const;
    const { returnId } = await call('returns.open', input);
    await call('staff.vouch', { name: '李姐', pin: pins.李姐 });
    await call('returns.approve', { id: id(), returnId, note: '老客户，包装没有拆开' });
  }
  await call('staff.signIn', { name: '李姐', pin: pins.李姐 });
  await call('refunds.void', { id: id(), payoutNumber: payoutNumbers[0] ?? '', why: '顾客改要微信退款' });
  await people(call);
  await call('care.confirmClock', { id: id() });
  return '/#/unusual';
}

const untilFound = (page: Page): Promise<void> => page.getByRole('heading', { level: 2 }).first().waitFor();

/** What an owner looks at twice, and how it looks when there is nothing. */
export const unusualScreens: readonly Screen[] = [
  { name: 'unusual', route: suspiciousDay, steps: untilFound },
  {
    name: 'unusual-none',
    route: async (call) => {
      await people(call);
      await call('settings.set', { openHours: null });
      return '/#/unusual';
    },
    steps: async (page) => {
      await page
        .getByLabel(/上月|Last month/)
        .first()
        .click();
      await page.getByText(/^(这段时间没有异常|Nothing unusual in these days)$/).waitFor();
    },
  },
];
