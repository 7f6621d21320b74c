import type { Controls } from '../../../contract/api/months.ts';
import { amountCell } from '../pack/cells.ts';
import type { Voucher } from './vouchers.ts';

/** What the vouchers of a month come to. Red is what stands in the books on the other side, so that debit + red is the books' debit. */
export type VoucherTotals = { vouchers: number; debitCents: number; creditCents: number; redCents: number };

export const noVouchers = (): VoucherTotals => ({ vouchers: 0, debitCents: 0, creditCents: 0, redCents: 0 });

/** Vouchers as they come, added up into `totals` on their way. */
export function* addedUp(vouchers: Iterable<Voucher>, totals: VoucherTotals): Generator<Voucher> {
  for (const voucher of vouchers) {
    totals.vouchers += 1;
    for (const { debitCents, creditCents } of voucher.lines) {
      totals.debitCents += debitCents;
      totals.creditCents += creditCents;
      totals.redCents += Math.max(0, -debitCents) + Math.max(0, -creditCents);
    }
    yield voucher;
  }
}

/** Stops where the vouchers are not the books: better no file than a wrong one. */
export function assertTies({ debitCents, creditCents, redCents }: VoucherTotals, controls: Controls): void {
  const ties = debitCents + redCents === controls.debitCents && creditCents + redCents === controls.creditCents;
  if (!ties)
    throw new Error(
      `vouchers ${debitCents}/${creditCents} with ${redCents} red are not the books ${controls.debitCents}/${controls.creditCents}`,
    );
}

/** The totals as lines of the control sheet. */
export function totalRows(totals: VoucherTotals, digits: number): string[][] {
  return [
    ['凭证张数 vouchers', '', String(totals.vouchers)],
    ['凭证借方合计 voucher_debit', '', amountCell(totals.debitCents, digits)],
    ['凭证贷方合计 voucher_credit', '', amountCell(totals.creditCents, digits)],
    ['凭证红字 voucher_red', '', amountCell(totals.redCents, digits)],
  ];
}
