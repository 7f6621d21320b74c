import Factory from '@lucide/svelte/icons/factory';
import FileExclamationPoint from '@lucide/svelte/icons/file-exclamation-point';
import PhoneCall from '@lucide/svelte/icons/phone-call';
import Ticket from '@lucide/svelte/icons/ticket';
import Wrench from '@lucide/svelte/icons/wrench';
import type { OtherWorkKind } from '../../../contract/api/work.ts';
import { router } from '../../state/router.svelte.ts';
import type { IconPart } from '../../ui/index.ts';
import type { WorkRow } from './work-rows.ts';

export const otherLooks: Readonly<Record<OtherWorkKind, IconPart>> = {
  repair: Wrench,
  claim: Factory,
  'red-invoice': FileExclamationPoint,
  'call-back': PhoneCall,
  'store-credit': Ticket,
};

/** Leads to where the work of a line is done. */
export function openWork(row: WorkRow): void {
  const { number } = row;
  if (row.kind === 'claim') router.go('/claims/:number', { params: { number } });
  else if (row.kind === 'repair') router.go('/repairs/:number', { params: { number } });
  else if (row.kind === 'store-credit') router.go('/store-credit', { query: { code: number } });
  else if (row.returnId !== undefined) router.go('/returns/:id', { params: { id: row.returnId } });
}
