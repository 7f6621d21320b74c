import type { RefusalCode, RefusalData } from '../contract/refusals.ts';

/** An expected "no" on its way back to the caller. Everything the action did until then is rolled back. */
export class Refused<Code extends RefusalCode = RefusalCode> {
  readonly code: Code;
  readonly data: RefusalData<Code>;
  constructor(code: Code, data: RefusalData<Code>) {
    this.code = code;
    this.data = data;
  }
}

export function refuse<Code extends RefusalCode>(code: Code, data: RefusalData<Code>): Refused<Code> {
  return new Refused(code, data);
}
