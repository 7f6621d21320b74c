import type { LongReadNote, NamesOfKind } from './context.ts';
import { notePack } from './months/packs.ts';

/** What the shop keeps of a long read once it has succeeded: the reader’s own connection cannot write. */
export const longReadNotes: { readonly [Name in NamesOfKind<'long-read'>]?: LongReadNote<Name> } = {
  'months.export': notePack,
};
