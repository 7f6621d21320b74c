import Ban from '@lucide/svelte/icons/ban';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import HandCoins from '@lucide/svelte/icons/hand-coins';
import Lock from '@lucide/svelte/icons/lock';
import PackageOpen from '@lucide/svelte/icons/package-open';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import Scale from '@lucide/svelte/icons/scale';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Stage, VerdictOutcome } from '../../contract/values/words.ts';
import type { IconPart, Tone } from './types.ts';

export type Look = { readonly icon: IconPart; readonly tone: Tone };

/** How each stage looks, everywhere the same. */
export const stageLooks: Readonly<Record<Stage, Look>> = {
  draft: { icon: PencilLine, tone: 'plain' },
  requested: { icon: Scale, tone: 'wait' },
  approved: { icon: PackageOpen, tone: 'note' },
  received: { icon: ScanSearch, tone: 'note' },
  inspected: { icon: HandCoins, tone: 'wait' },
  settled: { icon: CircleCheck, tone: 'good' },
  closed: { icon: Lock, tone: 'plain' },
  rejected: { icon: CircleX, tone: 'wrong' },
  cancelled: { icon: Ban, tone: 'plain' },
};

export const outcomeLooks: Readonly<Record<VerdictOutcome, Look>> = {
  accept: { icon: CircleCheck, tone: 'good' },
  review: { icon: TriangleAlert, tone: 'wait' },
  reject: { icon: CircleX, tone: 'wrong' },
};
