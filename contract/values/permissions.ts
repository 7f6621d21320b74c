import { z } from 'zod';

/**
 * What a person may do, once there are people. Two more stand for what needs no permission: `everyone` for whoever is signed in, `open`
 * for what the window needs before anybody is.
 */
export const permissions = [
  'sales',
  'returns',
  'inspection',
  'approval',
  'payouts',
  'voids',
  'drawer',
  'goods',
  'stock',
  'imports',
  'figures',
  'books',
  'shop',
] as const;
export const permissionSchema = z.enum(permissions);
export type Permission = z.infer<typeof permissionSchema>;
export type Need = Permission | 'everyone' | 'open';

export const standardRoles = ['owner', 'clerk', 'inspector', 'cashier'] as const;
export type StandardRole = (typeof standardRoles)[number];

/** What the roles that every shop has may do until the owner says otherwise; the owner may do everything, always. */
export const standardPermissions: Readonly<Record<StandardRole, readonly Permission[]>> = {
  owner: permissions,
  clerk: ['sales', 'returns', 'payouts', 'goods', 'stock', 'imports'],
  inspector: ['returns', 'inspection', 'stock'],
  cashier: ['sales', 'returns', 'inspection', 'approval', 'payouts', 'voids', 'drawer', 'figures'],
};

/** The least of the standard roles that may do what a procedure needs. */
export function leastRole(need: Need): StandardRole | 'anyone' {
  if (need === 'open' || need === 'everyone') return 'anyone';
  const order: readonly StandardRole[] = ['clerk', 'inspector', 'cashier', 'owner'];
  return order.find((role) => standardPermissions[role].includes(need)) ?? 'owner';
}

/** Refusals that a PIN helps against: the own one given again, or that of somebody else who agrees. */
export const pinRefusals: readonly string[] = ['pin-needed', 'not-allowed', 'other-person-needed', 'over-limit'];
