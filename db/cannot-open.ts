export type CannotOpenWhy =
  | 'foreign-file'
  | 'newer-file'
  | 'in-use'
  | 'read-only'
  | 'disk-full'
  | 'damaged'
  | 'altered'
  | 'no-access'
  | 'io-error'
  | 'network-share'
  | 'migration-failed'
  /** A part of the program itself is not the released one. */
  | 'program-altered';

/** The shop's file cannot be opened; nothing was changed. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
  readonly why: CannotOpenWhy;
  readonly path: string;
  constructor(why: CannotOpenWhy, path: string, detail?: string) {
    super(detail ?? why);
    this.why = why;
    this.path = path;
  }
}
