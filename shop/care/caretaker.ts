import type { ProcedureName } from '../../contract/api.ts';
import type { ReadStore } from '../../db/store.ts';
import type { AnyOutcome } from '../answer.ts';
import type { HealthNotes } from '../context.ts';
import type { LongReader } from '../reader.ts';

export type CaretakerOptions = {
  readonly folder: string;
  readonly clock: () => number;
  readonly log: (line: string) => void;
  readonly longReader: LongReader;
  readonly reader: ReadStore;
  readonly notes: HealthNotes;
  readonly caresForItself: boolean;
};

export type Caretaker = {
  /** What must be done before a procedure may run; gives the refusal when that failed. */
  before(name: ProcedureName): Promise<AnyOutcome | undefined>;
  stop(options: { readonly last: boolean }): Promise<void>;
};

export function startCaretaker(_options: CaretakerOptions): Caretaker {
  return { before: async () => undefined, stop: async () => undefined };
}
