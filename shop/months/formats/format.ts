import type { Settings } from '../../../contract/api/settings.ts';
import type { Month } from '../../../contract/values/days.ts';
import type { WrittenFile } from '../pack/control-sheet.ts';
import type { PackWriter } from '../pack/write.ts';
import type { Grouping, Voucher } from './vouchers.ts';

/** A month's vouchers, read while they are written, and what else a program's file says. */
export type VoucherBook = {
  readonly month: Month;
  readonly currency: string;
  readonly digits: number;
  readonly settings: Settings;
  readonly vouchers: Iterable<Voucher>;
};

/** How one program takes a month's entries. */
export type VoucherFormat = {
  /** Whether it posts by the accountant's codes, so that one they do not have is of no use. */
  readonly needsChart: boolean;
  readonly grouping: (settings: Settings) => Grouping;
  readonly write: (book: VoucherBook, writer: PackWriter) => readonly WrittenFile[];
};

/** Programs that know no red: what is taken back is on the other side there. */
export const withoutRed = ({ vouchers }: Settings): Grouping => ({ per: vouchers.per, red: 'swapped' });
/** Chinese programs take both ways; which one is a habit of the accountant. */
export const asSet = ({ vouchers }: Settings): Grouping => vouchers;
