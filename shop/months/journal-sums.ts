import type { AccountRole, Tender } from '../../contract/values/words.ts';
import type { JournalTotal } from '../../db/queries/months.ts';
import { tenderRole } from '../money/accounts.ts';
import type { EntryKind } from '../money/post.ts';

/** What the journal of a month says, by what its entries post and by role. */
type Journal = readonly JournalTotal[];
type Side = { readonly kinds?: readonly EntryKind[]; readonly roles?: readonly AccountRole[] };
type Sums = { readonly debitCents: number; readonly creditCents: number };

export function sumOf(journal: Journal, { kinds, roles }: Side = {}): Sums {
  const [inKinds, inRoles] = [new Set<string>(kinds), new Set<string>(roles)];
  const counted = journal.filter(({ kind, role }) => (!kinds || inKinds.has(kind)) && (!roles || inRoles.has(role)));
  return {
    debitCents: counted.reduce((sum, { debitCents }) => sum + debitCents, 0),
    creditCents: counted.reduce((sum, { creditCents }) => sum + creditCents, 0),
  };
}

/** Credits less debits. */
function creditedIn(journal: Journal, side: Side): number {
  const { debitCents, creditCents } = sumOf(journal, side);
  return creditCents - debitCents;
}

/** What credit notes take back of sales and their tax, and what they give for freight. */
export function takenBack(journal: Journal): number {
  return sumOf(journal, { kinds: ['credit-note'], roles: ['sales', 'output-tax', 'freight-expense'] }).debitCents;
}

/** Other income of credit notes, and the tax in it. */
export function fees(journal: Journal): number {
  return sumOf(journal, { kinds: ['credit-note'], roles: ['other-income', 'output-tax'] }).creditCents;
}

/** What was paid in goods lies in clearing until the sale takes it out, in the same event. */
export function clearedIn(journal: Journal, kind: EntryKind): number {
  return creditedIn(journal, { kinds: [kind], roles: ['clearing'] });
}

export function lapsed(journal: Journal): number {
  return sumOf(journal, { kinds: ['store-credit-expired', 'store-credit-voided'], roles: ['other-income'] })
    .creditCents;
}

export function owed(journal: Journal): number {
  return creditedIn(journal, { kinds: ['credit-note'], roles: ['owed-to-customer'] });
}

const paying: readonly EntryKind[] = ['payout', 'payout-void', 'payout-correction'];

/** A tender's account also takes what sales bring in, so only the entries of payouts count. */
export function paidFrom(journal: Journal, tender: Tender): number {
  return creditedIn(journal, { kinds: paying, roles: [tenderRole(tender)] });
}

/** By how much the account of store credit grew, whatever changed it. */
export function storeCreditIn(journal: Journal): number {
  return creditedIn(journal, { roles: ['store-credit'] });
}

/** Cash that came into the drawer by entries of one kind. */
export function drawerIn(journal: Journal, kind: EntryKind): number {
  return 0 - creditedIn(journal, { kinds: [kind], roles: ['cash'] });
}
