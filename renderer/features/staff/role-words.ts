import type { StaffRole } from '../../../contract/api/staff.ts';
import { standardRoles } from '../../../contract/values/permissions.ts';
import { permissionWord, roleWord } from '../../../contract/words/staff-words.ts';
import { language, show, t } from '../../i18n/index.ts';
import type { Option } from '../../ui/index.ts';

export function nameOfRole(role: string): string {
  return roleWord(role, language.locale);
}

/** The owner first, then the roles that every shop has, then its own. */
export function inOrder(roles: readonly StaffRole[]): StaffRole[] {
  const at = ({ name }: StaffRole): number => {
    const place = (standardRoles as readonly string[]).indexOf(name);
    return place < 0 ? standardRoles.length : place;
  };
  return roles.toSorted((a, b) => at(a) - at(b));
}

export function roleOptions(roles: readonly StaffRole[]): Option[] {
  return roles.map(({ name }) => ({ value: name, label: nameOfRole(name) }));
}

/** What a role may do, in one line. */
export function sayPermissions({ name, permissions }: StaffRole): string {
  if (name === 'owner') return t('staff.everything');
  if (permissions.length === 0) return t('staff.nothing-but-look');
  return permissions.map((permission) => permissionWord(permission, language.locale)).join(' · ');
}

/** Its limits, in one line; nothing where there are none. */
export function sayLimits({ saleLimitCents, dayLimitCents }: StaffRole): string {
  return [
    saleLimitCents === null ? '' : t('staff.limit-sale-is', { money: show.money(saleLimitCents) }),
    dayLimitCents === null ? '' : t('staff.limit-day-is', { money: show.money(dayLimitCents) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
