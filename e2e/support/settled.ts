import type { Page } from 'playwright-core';
import type { Output } from '../../contract/api.ts';
import { goTo } from './go-to.ts';
import type { StartedHost } from './start-host.ts';

/** Waits until the counter says that it is done. */
export const done = (page: Page): Promise<void> => page.getByRole('heading', { name: /Refunded|Exchanged/ }).waitFor();

/** The return that was recorded last. */
export async function newest({ call }: StartedHost): Promise<Output<'returns.get'>> {
  const [found] = (await call('returns.search', { limit: 1 })).items;
  if (!found) throw new Error('No return was recorded.');
  return call('returns.get', { returnId: found.returnId });
}

/** Every amount posted to an account on a day: debits above zero, credits below. */
export async function posted({ call }: StartedHost, day: string, account: string, documents = /./): Promise<number[]> {
  const { items } = await call('money.entries', { from: day, to: day });
  return items
    .filter(({ document }) => documents.test(document))
    .flatMap(({ lines }) => lines)
    .filter((line) => line.role === account)
    .map(({ debitCents, creditCents }) => debitCents - creditCents);
}

export const sum = (cents: readonly number[]): number => cents.reduce((total, one) => total + one, 0);

/** What stands on a sheet, in one line. */
export async function paperText({ page }: StartedHost, address: string): Promise<string> {
  await goTo(page, `/#/paper/${address}`);
  await page.locator('html[data-paper="ready"]').waitFor();
  return (await page.locator('.sheet').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
}
