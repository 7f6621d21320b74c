import type { Input } from '../../../../contract/api.ts';
import type { Facts, Person } from './books.ts';

/** Found by code, else by phone where no code was named, else by name where neither was; made where nobody fits. */
export function personNamed(books: Facts, named: Input<'sales.record'>['customer']): Person | undefined {
  const asked = typeof named === 'string' ? { name: named.trim() } : clean(named ?? {});
  const { code, name, phone } = { code: undefined, name: undefined, phone: undefined, ...asked };
  if (!code && !name && !phone) return undefined;
  const found = books.people.find((own) => {
    if (typeof named === 'string') return own.code === name;
    if (code) return own.code === code;
    return phone ? own.phone === phone : own.name === name;
  });
  const byName = typeof named === 'string' ? books.people.find((own) => own.name === name) : undefined;
  const known = found ?? byName;
  if (known) return known;
  const added: Person = { id: books.people.length + 1, ...asked };
  books.people.push(added);
  return added;
}

function clean(named: { code?: string | undefined; name?: string | undefined; phone?: string | undefined }) {
  const parts = Object.entries(named).map(([key, text]) => [key, text?.trim()] as const);
  return Object.fromEntries(parts.filter(([, text]) => text)) as { code?: string; name?: string; phone?: string };
}

export function shown(person: Person | undefined): Omit<Person, 'id'> | undefined {
  if (!person) return undefined;
  const { id: _, ...rest } = person;
  return rest;
}
