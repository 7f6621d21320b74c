import type { StartedHost } from './start-host.ts';

/** What was booked under a document: each account with what was debited less what was credited. One that was only passed through is left out. */
export async function bookedUnder(
  { call }: Pick<StartedHost, 'call'>,
  document: string,
): Promise<Record<string, number>> {
  const { items } = await call('money.entries', { from: '2020-01-01', to: '2099-12-31' });
  const sums: Record<string, number> = {};
  for (const { role, debitCents, creditCents } of items
    .filter((entry) => entry.document === document)
    .flatMap((entry) => entry.lines)) {
    sums[role] = (sums[role] ?? 0) + debitCents - creditCents;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}
