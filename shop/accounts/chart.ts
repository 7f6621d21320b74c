import type { ReadHandler } from '../context.ts';

/** The accountant’s own chart as it was read. */
export const getChart: ReadHandler<'accounts.chart'> = ({ store }) => ({ items: store.accounts.chart() });
