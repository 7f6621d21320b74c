import type { ImportKind } from '../../contract/api/import-fields.ts';
import type { ImportMapping } from '../../contract/api/imports.ts';
import type { ReadStore } from '../../db/store.ts';
import type { ActionHandler, ReadHandler } from '../context.ts';
import { refuse } from '../refused.ts';

export type SavedMapping = { readonly name: string; readonly kind: ImportKind; readonly mapping: ImportMapping };

/** What people saved: a file whose columns are all there is known by it. */
export function savedMappings({ mappings }: ReadStore): SavedMapping[] {
  return mappings.all().map(({ name, kind, mapping }) => ({
    name,
    kind: kind as ImportKind,
    mapping: JSON.parse(mapping) as ImportMapping,
  }));
}

export const listMappings: ReadHandler<'imports.mappings'> = ({ store }, { kind }) => ({
  items: savedMappings(store).filter((saved) => kind === undefined || saved.kind === kind),
});

export const saveMapping: ActionHandler<'imports.saveMapping'> = ({ store, now }, { name, kind, mapping }) => {
  store.caches.mappings.save({ name, kind, mapping: JSON.stringify(mapping), savedAt: now });
  return { name };
};

export const forgetMapping: ActionHandler<'imports.forgetMapping'> = ({ store }, { name }) => {
  if (!store.mappings.byName(name)) return refuse('no-such-mapping', { name });
  store.caches.mappings.forget(name);
  return { name };
};
