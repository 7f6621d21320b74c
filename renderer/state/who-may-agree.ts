import type { StaffMember, StaffRole } from '../../contract/api/staff.ts';
import type { AskedConsent } from './consent.svelte.ts';

type Shop = {
  readonly people: readonly StaffMember[];
  readonly roles: readonly StaffRole[];
  /** Who is signed in. */
  readonly self: string | undefined;
};

/** Whose PIN helps against a refusal, as far as the window can tell; the shop has the last word. */
export function whoMayAgree(asked: AskedConsent, { people, roles, self }: Shop): string[] {
  const isFit = (role: StaffRole | undefined): boolean => {
    if (asked.code === 'not-allowed') return role?.permissions.includes(asked.data.needs) ?? false;
    if (asked.code === 'over-limit') return lendsLimit(role, asked.data);
    return role?.permissions.includes(asked.action === 'refunds.void' ? 'voids' : 'approval') ?? false;
  };
  const involved = asked.code === 'other-person-needed' ? asked.data.person : undefined;
  return people
    .filter(({ name, active }) => active && name !== self && name !== involved)
    .filter((person) => isFit(roles.find(({ name }) => name === person.role)))
    .map(({ name }) => name);
}

function lendsLimit(
  role: StaffRole | undefined,
  { per, wouldBeCents }: Extract<AskedConsent, { code: 'over-limit' }>['data'],
): boolean {
  if (!role?.permissions.includes('payouts')) return false;
  const limit = per === 'sale' ? role.saleLimitCents : role.dayLimitCents;
  return limit === null || limit >= wouldBeCents;
}
