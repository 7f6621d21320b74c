import type { Input, Output } from '../../contract/api.ts';
import { saleInput } from '../../fixtures/builders.ts';
import { goTo } from './go-to.ts';
import type { StartedHost } from './start-host.ts';

type Sale = Output<'sales.get'>;

/** The receipt TILL-0042: three cups at 20.00 and a hat for 59.00, of which 25.00 was paid in cash and 94.00 by WeChat; sold a minute ago. */
export async function sellCupsAndHat(
  { call }: StartedHost,
  changes: Partial<Input<'sales.record'>> = {},
): Promise<Sale> {
  const { saleId } = await call(
    'sales.record',
    saleInput({
      number: 'TILL-0042',
      soldAt: new Date(Date.now() - 60_000).toISOString(),
      lines: [
        { sku: 'CUP-1', name: 'Cup', quantity: 3, unitPrice: '20.00', paidCents: 6000, costCents: 2400 },
        { sku: 'HAT-7', name: 'Hat', quantity: 1, unitPrice: '59.00', paidCents: 5900, costCents: 2000 },
      ],
      tenders: [
        { tender: 'cash', amountCents: 2500 },
        { tender: 'wechat', amountCents: 9400 },
      ],
      ...changes,
    }),
  );
  return call('sales.get', { saleId });
}

/** The counter with a receipt on it. */
export async function openCounter({ page }: StartedHost, { saleId, number }: Sale): Promise<void> {
  await goTo(page, `/#/counter/${saleId}`);
  await page.getByRole('heading', { name: `Receipt ${number}` }).waitFor();
}
