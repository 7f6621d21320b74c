import { putOffDays, type Warning, type WarningKind } from './warnings.ts';

const dayMs = 24 * 3600_000;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Which warnings somebody has put off, and until when. It is kept on this PC. */
export class PutOff {
  readonly #kept: Kept;
  #until = $state.raw<Partial<Record<WarningKind, number>>>({});

  constructor(kept: Kept) {
    this.#kept = kept;
    this.#until = read(kept);
  }

  putOff(kind: WarningKind, now: number): void {
    const days = putOffDays[kind];
    if (days === undefined) return;
    this.#until = { ...this.#until, [kind]: now + days * dayMs };
    this.#kept.setItem('put-off', JSON.stringify(this.#until));
  }

  /** What is to be said now: all that cannot be put off, and of the rest the gravest one. */
  toSay(warnings: readonly Warning[], now: number): Warning[] {
    const due = warnings.filter(({ kind }) => (this.#until[kind] ?? 0) <= now);
    const canWait = ({ kind }: Warning): boolean => putOffDays[kind] !== undefined;
    return [...due.filter((warning) => !canWait(warning)), ...due.filter(canWait).slice(0, 1)];
  }
}

function read(kept: Kept): Partial<Record<WarningKind, number>> {
  try {
    return JSON.parse(kept.getItem('put-off') ?? '{}') as Partial<Record<WarningKind, number>>;
  } catch {
    return {};
  }
}
