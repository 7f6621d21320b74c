export type WhyBad = 'workbook' | 'archive' | 'bomb' | 'protected' | 'too-large' | 'too-wide' | 'empty';

/** A workbook that cannot be read, and what its refusal says. */
export class BadWorkbook extends Error {
  override readonly name = 'BadWorkbook';
  readonly why: WhyBad;

  constructor(why: WhyBad, detail: string) {
    super(detail);
    this.why = why;
  }
}
