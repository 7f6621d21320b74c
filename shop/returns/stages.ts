import type { Stage } from '../../contract/values/words.ts';

export const steps = [
  'request',
  'approve',
  'reject',
  'cancel',
  'receive',
  'inspect',
  'repair',
  'refund',
  'void',
  'correct',
  'close',
  'arrive',
  'match',
  'value',
  'waive',
] as const;
export type Step = (typeof steps)[number];

/**
 * The life of a return (DESIGN §4): from each stage, the steps that may be taken and the stages each may lead to. Goods come, are
 * graded and are paid for in parts, so several steps lead back to where they started; which of the stages it is follows from the
 * quantities on the lines (`stageOfQuantities`).
 */
export const transitions: Readonly<Record<Stage, Partial<Record<Step, readonly Stage[]>>>> = {
  draft: { request: ['requested'] },
  requested: {
    approve: ['approved'],
    reject: ['rejected'],
    cancel: ['cancelled'],
    arrive: ['approved'],
    match: ['requested'],
  },
  approved: {
    receive: ['received'],
    cancel: ['cancelled'],
    match: ['approved'],
    value: ['approved'],
    waive: ['inspected'],
  },
  received: {
    receive: ['received'],
    inspect: ['received', 'inspected', 'settled'],
    repair: ['received'],
    refund: ['received'],
    void: ['received'],
    correct: ['received'],
    match: ['received'],
    value: ['received'],
    waive: ['received'],
  },
  inspected: {
    receive: ['received'],
    repair: ['inspected', 'settled'],
    refund: ['inspected', 'settled'],
    void: ['inspected'],
    correct: ['inspected'],
    match: ['inspected'],
    value: ['inspected'],
    waive: ['inspected'],
    close: ['closed'],
  },
  settled: {
    receive: ['received'],
    repair: ['settled'],
    void: ['inspected'],
    correct: ['inspected'],
    waive: ['inspected'],
    close: ['closed'],
  },
  closed: { correct: ['inspected'] },
  rejected: {},
  cancelled: {},
};

export const firstStage: Stage = 'draft';
export function mayTake(stage: Stage, step: Step): boolean {
  return transitions[stage][step] !== undefined;
}

/** Asserts that a step may lead there: an undeclared step is a bug. */
export function assertTransition({ from, step, to }: { from: Stage; step: Step; to: Stage }): void {
  if (!transitions[from][step]?.includes(to)) throw new Error(`undeclared step: ${from} --${step}--> ${to}`);
}

export type Quantities = {
  readonly receivedMilli: number;
  readonly inspectedMilli: number;
  readonly sentBackMilli: number;
  /** Kept by the customer and credited all the same. */
  readonly waivedMilli: number;
  readonly creditedMilli: number;
};

/** Where an approved return is, by what has happened to its units. `unpaidCents`: credited, and not paid out. */
export function stageOfQuantities(lines: readonly Quantities[], unpaidCents: number): Stage {
  if (lines.every((line) => line.receivedMilli + line.waivedMilli === 0)) return 'approved';
  if (lines.some((line) => line.inspectedMilli < line.receivedMilli)) return 'received';
  const uncredited = lines.some(
    (line) => line.creditedMilli < line.inspectedMilli - line.sentBackMilli + line.waivedMilli,
  );
  return uncredited || unpaidCents > 0 ? 'inspected' : 'settled';
}
