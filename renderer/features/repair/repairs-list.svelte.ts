import type { Input, Output } from '../../../contract/api.ts';

export type TicketItem = Output<'repair.list'>['items'][number];
export type TicketFilter = 'open' | 'all';
/** With the letter that picks each, from anywhere on the list. */
export const filterKeys: Readonly<Record<TicketFilter, string>> = { open: 'O', all: 'A' };
export const ticketFilters = ['open', 'all'] as const satisfies readonly TicketFilter[];

const listLimit = 300;

/** Which tickets are shown. It outlives the screen. */
class RepairsList {
  filter = $state<TicketFilter>('open');

  input = $derived<Input<'repair.list'>>({ limit: listLimit, ...(this.filter === 'open' && { open: true }) });
}

export const repairsList = new RepairsList();
