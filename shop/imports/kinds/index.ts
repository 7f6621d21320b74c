import type { ImportKind } from '../../../contract/api/import-fields.ts';
import type { AnyFileKind } from './kind.ts';
import { salesKind } from './sales.ts';

/** How a file of each kind is read. */
const kinds: Partial<Record<ImportKind, AnyFileKind>> = { sales: salesKind };

export function fileKindOf(kind: ImportKind): AnyFileKind {
  const found = kinds[kind];
  if (!found) throw new Error(`no reader of ${kind}`);
  return found;
}
