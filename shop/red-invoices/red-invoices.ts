import type { RedInvoiceStatus } from '../../contract/values/words.ts';
import { dayIn } from '../clock.ts';
import type { ActionHandler, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { viewRedInvoice } from './view.ts';

const usualLimit = 200;

/** Says how far the red invoice of a return is: one more row, the newest counts. The number of the blue invoice stays once it was said. */
export const setRedInvoice: ActionHandler<'redInvoices.set'> = (context, { returnId, status, ...said }) => {
  const { store, now, person } = context;
  if (!store.returns.head(returnId)) return refuse('no-such-return', { return: String(returnId) });
  if (status === 'issued' && !said.number) return refuse('number-needed', { status });
  store.facts.add('redInvoices', {
    returnId,
    status,
    blueNumber: said.blueNumber || store.redInvoices.current(returnId)?.blueNumber || null,
    number: said.number || null,
    note: said.note || null,
    at: now,
    person,
  });
  const row = store.redInvoices.current(returnId);
  if (!row) throw new Error(`the red invoice of return ${returnId} was not kept`);
  return viewRedInvoice(row, now);
};

export const getRedInvoice: ReadHandler<'redInvoices.get'> = ({ store, settings, now }, { returnId }) => {
  if (!store.returns.head(returnId)) return refuse('no-such-return', { return: String(returnId) });
  const row = store.redInvoices.current(returnId);
  const history = store.redInvoices.history(returnId).map(({ status, blueNumber, number, note, at, person }) => ({
    status: status as RedInvoiceStatus,
    ...(blueNumber !== null && { blueNumber }),
    ...(number !== null && { number }),
    ...(note !== null && { note }),
    day: dayIn(settings.timeZone, at),
    at,
    person,
  }));
  return { ...(row && { current: viewRedInvoice(row, now) }), history };
};

export const listRedInvoices: ReadHandler<'redInvoices.list'> = ({ store, now }, { open, limit = usualLimit }) => {
  const rows = open ? store.redInvoices.open(limit) : store.redInvoices.all(limit);
  return { items: rows.map((row) => viewRedInvoice(row, now)) };
};
