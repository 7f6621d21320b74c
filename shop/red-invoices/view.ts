import type { RedInvoice } from '../../contract/api/red-invoices.ts';
import type { Instant } from '../../contract/values/days.ts';
import type { RedInvoiceStatus } from '../../contract/values/words.ts';
import type { RedInvoiceRow } from '../../db/queries/red-invoices.ts';
import { customerView } from '../sales/customer.ts';

/** A confirmation that was asked for and not given within 72 hours has lapsed, and is asked for anew (PRACTICE §2). */
export const hoursToConfirm = 72;

function lapseOf({ status, at }: Pick<RedInvoiceRow, 'status' | 'at'>): Instant | undefined {
  return status === 'requested' ? new Date(Date.parse(at) + hoursToConfirm * 3_600_000).toISOString() : undefined;
}

export function viewRedInvoice(row: RedInvoiceRow, now: Instant): RedInvoice {
  const lapsesAt = lapseOf(row);
  const customer = customerView({ code: row.customerCode, name: row.customerName, phone: row.customerPhone });
  const { returnId, returnNumber, creditedCents, taxCents, at, person } = row;
  return {
    returnId,
    returnNumber,
    ...(customer && { customer }),
    creditedCents,
    taxCents,
    status: lapsesAt !== undefined && lapsesAt <= now ? 'lapsed' : (row.status as RedInvoiceStatus),
    ...(lapsesAt !== undefined && { lapsesAt }),
    ...(row.blueNumber !== null && { blueNumber: row.blueNumber }),
    ...(row.number !== null && { number: row.number }),
    ...(row.note !== null && { note: row.note }),
    at,
    person,
  };
}
