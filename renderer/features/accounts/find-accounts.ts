import type { Output } from '../../../contract/api.ts';

export type ChartAccount = Output<'accounts.chart'>['items'][number];

const mostFound = 8;
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** The accounts of a chart that begin with a code or have a text in their name, codes first. Nothing typed finds nothing. */
export function findAccounts(chart: readonly ChartAccount[], text: string): ChartAccount[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const byCode = chart.filter(({ code }) => plain(code).startsWith(wanted));
  const byName = chart.filter(({ code, name }) => !plain(code).startsWith(wanted) && plain(name).includes(wanted));
  return [...byCode, ...byName].slice(0, mostFound);
}
