import type { Output } from '../../contract/api.ts';
import type { LongActionHandler } from '../context.ts';
import { openFile } from '../imports/file/open.ts';
import { Refused, refuse } from '../refused.ts';
import { columnsOf, readChartRows } from './chart-rows.ts';

/**
 * Reads the accountant’s chart and puts it in the place of the one before, all of it or nothing. It is kept to check our accounts against, and
 * changes none of them.
 */
export const readChart: LongActionHandler<'accounts.readChart'> = async (context, { id, path, ...wish }) => {
  const opened = await openFile(path, { signal: context.signal });
  // No sheet is asked for by name, so none is missed.
  if (opened instanceof Refused) return opened as Refused<'no-such-file' | 'file-not-readable' | 'cancelled'>;
  const read = readChartRows(opened.table, wish);
  if (read === 'too-large') return refuse('file-not-readable', { path, why: 'too-large' });
  if (read === 'not-a-chart' || read.accounts.length === 0)
    return refuse('not-a-chart', { columns: columnsOf(opened.table) });
  if (context.signal.aborted) return refuse('cancelled', {});
  const { accounts, ...told } = read;
  const event = { actionId: id, kind: 'accounts.readChart', inputSha256: context.inputSha256 };
  const stored = context.runAction(event, ({ store }): Output<'accounts.readChart'> => {
    store.caches.accounts.replaceChart(accounts);
    return { ...told, rowsStored: accounts.length, rowsRefused: told.refused.length };
  });
  // What any action may be refused with, such as a doubtful clock, is passed on as it is.
  return stored as Exclude<typeof stored, Refused> | Refused<'cancelled'>;
};
