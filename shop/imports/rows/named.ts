/** A product or a person of the file, one object each; the first words that are not blank win. */
export type FileProduct = { readonly sku: string; name: string; spec: string };
export type FilePerson = { readonly code: string; name: string; phone: string };

export function productOf(catalog: Map<string, FileProduct>, seen: FileProduct): FileProduct {
  const known = catalog.get(seen.sku);
  if (!known) {
    catalog.set(seen.sku, seen);
    return seen;
  }
  known.name ||= seen.name;
  known.spec ||= seen.spec;
  return known;
}

/** A person is known by code, else by phone, else by name. */
export function personOf(people: Map<string, FilePerson>, seen: FilePerson): FilePerson | undefined {
  const key = seen.code ? `c${seen.code}` : seen.phone ? `p${seen.phone}` : seen.name && `n${seen.name}`;
  if (key === '') return undefined;
  const known = people.get(key);
  if (!known) {
    people.set(key, seen);
    return seen;
  }
  known.name ||= seen.name;
  known.phone ||= seen.phone;
  return known;
}
