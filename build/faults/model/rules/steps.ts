import type { Stage } from '../../../../contract/values/words.ts';
import type { Facts, Return } from './books.ts';
import type { Moment } from './moment.ts';
import { No } from './no.ts';
import { figuresOf, returnById, stageOf, unpaidCents } from './sums.ts';

/** In which stages each step may be taken. */
const allowed: Readonly<Record<string, readonly Stage[]>> = {
  approve: ['requested'],
  reject: ['requested'],
  cancel: ['requested', 'approved'],
  receive: ['approved', 'received', 'inspected', 'settled'],
  inspect: ['received'],
  refund: ['received', 'inspected'],
  void: ['received', 'inspected', 'settled'],
  correct: ['received', 'inspected', 'settled', 'closed'],
  close: ['inspected', 'settled'],
};

export function mustExist({ books }: Moment, returnId: number): Return {
  const found = returnById(books, returnId);
  if (!found) throw new No('no-such-return', { return: String(returnId) });
  return found;
}

/** The return, in a stage in which the step may be taken. */
export function mayTake(moment: Moment, returnId: number, name: string): Return {
  const found = mustExist(moment, returnId);
  const stage = stageOf(moment.books, returnId);
  if (!allowed[name]?.includes(stage)) throw new No('wrong-stage', { stage, step: name });
  return found;
}

type Taken = {
  readonly returnId: number;
  readonly step: string;
  readonly stage: Stage;
  readonly note?: string | undefined;
  readonly person?: string;
};

export function step(
  { books, settings, now }: Moment,
  { returnId, stage, note, person = 'owner', ...taken }: Taken,
): void {
  const { review, receive, inspect, refund } = settings.dueHours;
  const hours = { requested: review, approved: receive, received: inspect, inspected: refund }[stage as string];
  const dueAt = hours === undefined ? undefined : new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  books.steps.push({ returnId, step: taken.step, stage, at: now, person, note: note || undefined, dueAt });
}

/** A step that leads where the quantities say. */
export function stepByQuantities(moment: Moment, returnId: number, name: string, note?: string): void {
  step(moment, { returnId, step: name, stage: stageByQuantities(moment.books, returnId), note });
}

function stageByQuantities(books: Facts, returnId: number): Stage {
  const lines = (returnById(books, returnId)?.lines ?? []).map(({ id }) => figuresOf(books, id));
  if (lines.every((line) => line.receivedMilli === 0)) return 'approved';
  if (lines.some((line) => line.receivedMilli > line.inspectedMilli)) return 'received';
  const open = lines.some((line) => line.inspectedMilli - line.sentBackMilli > line.creditedMilli);
  return open || unpaidCents(books, returnId) > 0 ? 'inspected' : 'settled';
}
