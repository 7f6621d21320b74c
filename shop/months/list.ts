import type { ReadHandler } from '../context.ts';

/** Every month in which something was posted, newest first. */
export const listMonths: ReadHandler<'months.list'> = ({ store }) => ({
  months: store.months.list().map((row) => ({ ...row, closed: row.closed === 1 })),
});
