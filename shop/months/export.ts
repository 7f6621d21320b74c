import type { LongReadHandler } from '../context.ts';
export const exportMonth: LongReadHandler<'months.export'> = () => { throw new Error('wip'); };
