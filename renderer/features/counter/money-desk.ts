import type { Trouble } from '../../state/shop.svelte.ts';
import type { Settlement } from '../settlement/settlement.svelte.ts';
import type { WorkingRow } from '../settlement/working.ts';
import type { CounterLine } from './counter-line.svelte.ts';
import type { Place } from './places.ts';
import type { PolicySays } from './policy-says.svelte.ts';

/** What the column of money needs to know of the return it belongs to. */
export type MoneyDesk = {
  readonly lines: readonly CounterLine[];
  readonly policy: PolicySays;
  readonly settlement: Settlement;
  /** How the amount comes about, line by line. */
  readonly working: readonly WorkingRow[];
  readonly hasVerdict: boolean;
  readonly needsApproval: boolean;
  approved: boolean;
  approvalNote: string;
  readonly busy: boolean;
  readonly bannerTrouble: Trouble | undefined;
  errorAt(place: Place): string | undefined;
  changed(): void;
};
