import Boxes from '@lucide/svelte/icons/boxes';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartColumnIncreasing from '@lucide/svelte/icons/chart-column-increasing';
import House from '@lucide/svelte/icons/house';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import Settings2 from '@lucide/svelte/icons/settings-2';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Users from '@lucide/svelte/icons/users';
import type { Key } from '../i18n/index.ts';
import type { Path, PlaceName } from '../state/paths.ts';
import type { IconPart } from '../ui/types.ts';

export type PlaceInRail = {
  readonly name: PlaceName;
  readonly path: Path;
  readonly title: Key & `shell.${string}`;
  readonly icon: IconPart;
};

/** The rail from top to bottom; places whose screen is not there are left out. */
export const placesInRail = [
  { name: 'today', path: '/', title: 'shell.today', icon: House },
  { name: 'returns', path: '/returns', title: 'shell.returns', icon: Undo2 },
  { name: 'sales', path: '/sales', title: 'shell.sales', icon: ReceiptText },
  { name: 'stock', path: '/stock', title: 'shell.stock', icon: Boxes },
  { name: 'customers', path: '/customers', title: 'shell.customers', icon: Users },
  { name: 'months', path: '/months', title: 'shell.months', icon: CalendarCheck },
  { name: 'insight', path: '/unusual', title: 'shell.insight', icon: ChartColumnIncreasing },
  { name: 'settings', path: '/settings', title: 'shell.settings', icon: Settings2 },
] as const satisfies readonly PlaceInRail[];
