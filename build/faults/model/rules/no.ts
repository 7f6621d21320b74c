/** An expected "no" of the model: the rule that was broken and its facts. */
export class No extends Error {
  override readonly name = 'No';
  readonly code: string;
  readonly data: object;
  constructor(code: string, data: object) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
