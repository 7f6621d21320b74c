import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { chartFile } from '../../fixtures/charts.ts';
import type { Call, Screen } from './screen.ts';

async function withChart(call: Call): Promise<void> {
  await call('accounts.readChart', { id: randomUUID(), path: chartFile() });
}

/** A month's pack that was written as vouchers, twice. */
async function withPacks(call: Call): Promise<string> {
  await withChart(call);
  const { items } = await call('accounts.check', {});
  const accounts = items.map(({ role, code, name, suggestions: [first] }) => ({ role, ...(first ?? { code, name }) }));
  await call('settings.set', { accounts });
  return `/#/months/${(await call('months.list', {})).months[1]?.month ?? ''}`;
}

async function write(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /给会计的文件|Files for the accountant/ }).waitFor();
  await page.keyboard.press('F9');
  await page.getByText(/\d+ (个文件已写好|files written)/).waitFor();
}

/** Our accounts beside the accountant's, vouchers, and the packs of a month. */
export const accountsScreens: readonly Screen[] = [
  { name: 'accounts-alone', route: '/#/accounts' },
  {
    name: 'accounts-checked',
    route: async (call) => {
      await withChart(call);
      return '/#/accounts';
    },
    steps: async (page) => {
      for (const _ of Array(2)) await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'accounts-looked-for',
    route: async (call) => {
      await withChart(call);
      return '/#/accounts';
    },
    steps: async (page) => {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('应', { delay: 80 });
      await page.keyboard.press('ArrowDown');
    },
  },
  { name: 'vouchers', route: '/#/vouchers' },
  {
    name: 'vouchers-own',
    route: '/#/vouchers',
    steps: (page) => page.getByRole('button', { name: /^(从通用列改起|Start from)/ }).press('Enter'),
  },
  {
    name: 'packs-written',
    route: withPacks,
    steps: async (page) => {
      await page.getByRole('radio', { name: /通用凭证|Chinese voucher/ }).check({ force: true });
      await write(page);
    },
  },
  {
    name: 'packs-again',
    route: withPacks,
    steps: async (page) => {
      await write(page);
      await page.getByRole('grid', { name: /已写出的文件|What was written/ }).press('Enter');
      await page.keyboard.press('Control+Enter');
    },
  },
];
