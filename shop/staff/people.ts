import type { StaffMember, StaffRole } from '../../contract/api/staff.ts';
import { permissions, standardPermissions, standardRoles } from '../../contract/values/permissions.ts';
import type { RoleRow, StaffRow } from '../../db/queries/staff.ts';
import type { ActionContext, ActionHandler, ReadContext, ReadHandler } from '../context.ts';
import { type Refused, refuse } from '../refused.ts';
import { isReserved, nameKeyOf } from './names.ts';
import { hashSecret, tooSimple } from './secrets.ts';

export const listStaff: ReadHandler<'staff.list'> = ({ store }) => ({ items: store.staff.all().map(viewPerson) });

const viewPerson = ({ id, name, role, active, failures, hasRecovery }: StaffRow): StaffMember => ({
  staffId: id,
  name,
  role,
  active: active === 1,
  failures,
  hasRecovery: hasRecovery === 1,
});

function personCalled({ store }: ReadContext, name: string): StaffMember {
  const row = store.staff.all().find((one) => one.name === name);
  if (!row) throw new Error(`nobody called ${name} a moment after`);
  return viewPerson(row);
}

/** Before there are people, the roles are those that every shop begins with. */
export const listRoles: ReadHandler<'staff.roles'> = ({ store }) => {
  const saved = store.staff.roles().map(viewRole);
  const names = new Set(saved.map(({ name }) => name));
  const standard = standardRoles.filter((name) => !names.has(name));
  return {
    items: [...saved, ...standard.map((name) => ({ name, ...unlimited, permissions: [...standardPermissions[name]] }))],
  };
};

const unlimited = { saleLimitCents: null, dayLimitCents: null };

const viewRole = ({ name, permissions: allowed, ...limits }: RoleRow): StaffRole => ({
  name,
  ...limits,
  permissions: name === 'owner' ? [...permissions] : (JSON.parse(allowed) as StaffRole['permissions']),
});

/** Whoever changes people has just given their PIN, or somebody has agreed to it by theirs. */
function refuseStale({ actor }: ActionContext): Refused<'pin-needed'> | undefined {
  return actor.confirmed || actor.approver ? undefined : refuse('pin-needed', {});
}

const hasRole = ({ store }: ReadContext, role: string): boolean =>
  store.staff.roles().some(({ name }) => name === role);

/** The first person brings the roles that every shop begins with, and is the owner: somebody must be able to add the others. */
export const addPerson: ActionHandler<'staff.add'> = (context, { name, role, pin, recoveryCode }) => {
  const { store, actor, now: at, person } = context;
  if (!actor.manned && role !== 'owner') return refuse('owner-first', {});
  const stale = refuseStale(context);
  if (stale) return stale;
  if (isReserved(name) || store.staff.byKey(nameKeyOf(name))) return refuse('name-used', { name });
  if (!actor.manned) foundRoles(context);
  if (!hasRole(context, role)) return refuse('no-such-role', { role });
  const simple = tooSimple(pin, role);
  if (simple) return refuse('pin-too-simple', simple);
  const staffId = store.facts.add('staff', { name, nameKey: nameKeyOf(name), at, person });
  store.facts.add('staffChanges', { staffId, role, active: 1, at, person });
  writeSecrets(context, { staffId, pin, recoveryCode });
  return { staffId, name };
};

function foundRoles({ store, now: at, person }: ActionContext): void {
  for (const name of standardRoles)
    store.facts.add('staffRoles', { name, permissions: JSON.stringify(standardPermissions[name]), at, person });
}

type Secrets = { readonly staffId: number; readonly pin: string; readonly recoveryCode: string | undefined };

function writeSecrets({ store, now: at, person }: ActionContext, { staffId, pin, recoveryCode }: Secrets): void {
  store.facts.add('staffSecrets', { staffId, kind: 'pin', ...hashSecret(pin), at, person });
  if (recoveryCode === undefined) return;
  store.facts.add('staffSecrets', { staffId, kind: 'recovery', ...hashSecret(recoveryCode), at, person });
}

export const changePerson: ActionHandler<'staff.change'> = (context, { name, ...asked }) => {
  const { store, now: at, person } = context;
  const stale = refuseStale(context);
  if (stale) return stale;
  const found = store.staff.byKey(nameKeyOf(name));
  if (!found) return refuse('no-such-person', { name });
  const role = asked.role ?? found.role;
  const active = asked.active ?? found.active === 1;
  if (!hasRole(context, role)) return refuse('no-such-role', { role });
  const leaves = found.role === 'owner' && found.active === 1 && !(role === 'owner' && active);
  if (leaves && store.staff.owners() === 1) return refuse('last-owner', { name: found.name });
  if (role !== found.role || active !== (found.active === 1))
    store.facts.add('staffChanges', { staffId: found.id, role, active: active ? 1 : 0, at, person });
  return personCalled(context, found.name);
};

export const setPin: ActionHandler<'staff.setPin'> = (context, { name, pin, recoveryCode }) => {
  const { store, actor } = context;
  const found = store.staff.byKey(nameKeyOf(name));
  const isOwn = found?.name === actor.person;
  if (!isOwn && !actor.permissions.has('shop')) return refuse('not-allowed', { needs: 'shop' });
  const stale = refuseStale(context);
  if (stale) return stale;
  if (!found) return refuse('no-such-person', { name });
  const simple = tooSimple(pin, found.role);
  if (simple) return refuse('pin-too-simple', simple);
  writeSecrets(context, { staffId: found.id, pin, recoveryCode });
  store.caches.staff.forgetGuesses(found.id);
  return personCalled(context, found.name);
};

export const saveRole: ActionHandler<'staff.saveRole'> = (context, { name, permissions: allowed, ...limits }) => {
  const { store, now: at, person } = context;
  if (name === 'owner') return refuse('owner-stays', {});
  const stale = refuseStale(context);
  if (stale) return stale;
  const row = {
    name,
    permissions: JSON.stringify(permissions.filter((one) => allowed.includes(one))),
    saleLimitCents: limits.saleLimitCents ?? null,
    dayLimitCents: limits.dayLimitCents ?? null,
  };
  // The first role of a shop without people brings the standard ones along.
  if (store.staff.roles().length === 0) foundRoles(context);
  store.facts.add('staffRoles', { ...row, at, person });
  return viewRole(row);
};
