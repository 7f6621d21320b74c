import type { ImportField, ImportKind } from '../../../contract/api/import-fields.ts';
import type { SalesHabits } from './habits.ts';

/** Which column each field is taken from, by its heading. */
export type Mapping = Partial<Record<ImportField, string>>;

/** A kind of file that some program writes, known by its columns and never by its name (FORMATS §1 rule 1). */
export type Profile = {
  readonly name: string;
  readonly kind: ImportKind;
  /** A file that has all of these is one of them. */
  readonly knownBy: readonly string[];
  /** The headings of each field; of several the first that is there. */
  readonly columns: Readonly<Partial<Record<ImportField, string | readonly string[]>>>;
  /** Needed fields that these files do without. */
  readonly without?: readonly ImportField[];
  /** How files of sales are to be understood beside their mapping. */
  readonly habits?: SalesHabits;
};

/** A heading without the differences between full-width and half-width signs: `商品总价（元）`. */
export function plainHeading(heading: string): string {
  return heading.normalize('NFKC');
}
