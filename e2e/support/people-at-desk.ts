import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Keyboard } from './keyboard.ts';
import type { StartedHost } from './start-host.ts';

export const pins = { Olga: '482913', Ben: '7046', Cara: '9035' } as const;
export type Name = keyof typeof pins;

async function add(host: StartedHost, name: Name, role: string): Promise<void> {
  await host.call('staff.add', { id: randomUUID(), name, role, pin: pins[name] });
  if ((await host.call('staff.now', {})).person?.name === 'Olga') await host.call('staff.confirm', { pin: pins.Olga });
}

/** An owner, a clerk who may give back thirty for a sale, and a cashier; the owner is signed in. */
export async function people(host: StartedHost): Promise<void> {
  await add(host, 'Olga', 'owner');
  await add(host, 'Ben', 'clerk');
  await add(host, 'Cara', 'cashier');
  await host.call('staff.saveRole', {
    id: randomUUID(),
    name: 'clerk',
    permissions: ['sales', 'returns', 'payouts'],
    saleLimitCents: 3000,
  });
}

/** Four cups for 48.00, bought just now. */
export async function cups(host: StartedHost): Promise<number> {
  const { saleId } = await host.call('sales.record', {
    id: randomUUID(),
    lines: [{ sku: 'CUP', name: 'Cup', quantity: 4, unitPrice: '12.00' }],
    tenders: [{ tender: 'cash', amountCents: 4800 }],
  });
  return saleId;
}

/** The heading of a locked desk. */
export const names = (page: Page) => page.getByRole('heading', { name: 'Who is there?' });
/** Who is signed in, in the bar above. */
export const atDesk = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name });

/** From a locked desk that shows its names. */
export async function signIn(page: Page, { press, type }: Keyboard, name: Name): Promise<void> {
  await page.getByRole('button', { name }).waitFor();
  await press(String(Object.keys(pins).indexOf(name) + 1));
  await page.getByLabel('PIN').waitFor();
  await type(pins[name]);
  await press('Enter');
  await atDesk(page, name).waitFor();
}
