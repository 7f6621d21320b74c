import type { Return, ReturnLine } from '../../../contract/api/return-shape.ts';
import type { RefusalOf } from '../../../contract/api.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import type { Disposition, Grade } from '../../../contract/values/words.ts';
import type { Trouble } from '../../state/shop.svelte.ts';
import { BenchGrading, type GradedLines, type KeptGrading } from './bench-grading.svelte.ts';
import { itemName } from './return-words.ts';

/** What is kept of an unfinished inspection. */
export type KeptBench = readonly { readonly returnLineId: number; readonly gradings: readonly KeptGrading[] }[];

/** One line on the bench: the units that wait, split over gradings. */
export class BenchLine {
  readonly line: ReturnLine;
  readonly item: string;
  /** Units received and not inspected. */
  readonly open: number;
  gradings = $state<BenchGrading[]>([]);

  constructor(line: ReturnLine, kept?: readonly KeptGrading[]) {
    this.line = line;
    this.item = itemName(line);
    this.open = fromMilli(toMilli(line.receivedQuantity) - toMilli(line.inspectedQuantity));
    this.gradings = (kept ?? [{ quantity: this.open, note: '' }]).map((grading) => new BenchGrading(grading));
  }

  sumMilli = $derived.by(() => this.gradings.reduce((sum, { quantity }) => sum + toMilli(quantity ?? 0), 0));
  sum = $derived.by(() => fromMilli(this.sumMilli));
  over = $derived.by(() => this.sumMilli > toMilli(this.open));
  graded = $derived.by(() => this.gradings.filter(({ grade, quantity = 0 }) => grade !== undefined && quantity > 0));
  gradedQuantity = $derived.by(() =>
    fromMilli(this.graded.reduce((sum, { quantity }) => sum + toMilli(quantity ?? 0), 0)),
  );
  left = $derived.by(() => fromMilli(Math.max(0, toMilli(this.open) - toMilli(this.gradedQuantity))));
  canSplit = $derived.by(
    () => this.sumMilli < toMilli(this.open) || this.gradings.some(({ quantity = 0 }) => quantity > 1),
  );

  /** Another grading for the rest; when nothing is left over, one that has several units gives up one. Gives its place. */
  split(): number {
    const restMilli = toMilli(this.open) - this.sumMilli;
    const giver = this.gradings.findLast(({ quantity = 0 }) => quantity > 1);
    if (restMilli <= 0 && giver) giver.quantity = fromMilli(toMilli(giver.quantity ?? 0) - 1000);
    this.gradings.push(new BenchGrading({ quantity: restMilli > 0 ? fromMilli(restMilli) : 1, note: '' }));
    return this.gradings.length - 1;
  }

  remove(at: number): void {
    this.gradings.splice(at, 1);
  }
}

type OfGrading = Extract<
  RefusalOf<'inspection.record'>,
  { code: 'over-value' | 'over-received-quantity' | 'check-needs-note' }
>;
const ofGrading: readonly string[] = [
  'over-value',
  'over-received-quantity',
  'check-needs-note',
] satisfies OfGrading['code'][];

/** Whether the shop refused one grading, which then says itself what is wrong. */
export function isOfGrading(
  trouble: Trouble<'inspection.record'> | undefined,
): trouble is { readonly kind: 'refused'; readonly refusal: OfGrading } {
  if (trouble?.kind !== 'refused') return false;
  return ofGrading.includes(trouble.refusal.code);
}

/** A scan is over sooner than this: what its letters picked is taken back. */
const scanMs = 800;

/** Where a grading lies: in which line, as which of its parts. */
type Place = { readonly lineAt: number; readonly gradingAt: number };

/** The inspection bench: every line that waits, one in hand, one grading of it under the keys. */
export class Bench {
  readonly lines: readonly BenchLine[];
  at = $state(0);
  gradingAt = $state(0);
  /** Recording was tried with nothing graded. */
  nothing = $state(false);
  /** Recording was tried while a “no” did not say what is wrong. */
  unexplained = $state(false);
  /** Opens the choice of pictures, while there is a place for them. */
  takePhoto: (() => void) | undefined;
  readonly #now: () => number;
  #before: { readonly atMs: number; readonly grading: BenchGrading; readonly kept: KeptGrading } | undefined;
  #sent: readonly Place[] = [];

  constructor(found: Pick<Return, 'lines'>, kept: KeptBench = [], now: () => number = () => performance.now()) {
    this.#now = now;
    this.lines = found.lines
      .filter((line) => line.receivedQuantity > line.inspectedQuantity)
      .map(
        (line) => new BenchLine(line, kept.find(({ returnLineId }) => returnLineId === line.returnLineId)?.gradings),
      );
  }

  current = $derived.by(() => this.lines[this.at]);
  grading = $derived.by(() => this.current?.gradings[this.gradingAt] ?? this.current?.gradings[0]);
  over = $derived.by(() => this.lines.some((line) => line.over));
  gradedCount = $derived.by(() => this.lines.reduce((count, line) => count + line.graded.length, 0));

  goTo(at: number): void {
    if (at < 0 || at >= this.lines.length) return;
    this.at = at;
    this.gradingAt = 0;
  }

  /** The grade or way of the grading under the keys. */
  pick(change: { readonly grade: Grade } | { readonly disposition: Disposition }): void {
    const { grading } = this;
    if (!grading) return;
    this.#remember(grading);
    if ('grade' in change) grading.pickGrade(change.grade);
    else grading.pickDisposition(change.disposition);
    this.nothing = false;
  }

  /** The answer to the question of the checklist under the keys. */
  answer(ok: boolean): void {
    if (!this.grading) return;
    this.#remember(this.grading);
    this.grading.checks.answer(ok);
  }

  /** What stood before the keys of a scan, to be taken back once the scan is known for one. */
  #remember(grading: BenchGrading): void {
    if (this.#before && this.#now() - this.#before.atMs <= scanMs) return;
    this.#before = { atMs: this.#now(), grading, kept: grading.keep() };
  }

  split(): void {
    if (this.current?.canSplit) this.gradingAt = this.current.split();
  }

  remove(at: number): void {
    this.current?.remove(at);
    this.gradingAt = Math.max(0, Math.min(this.gradingAt, (this.current?.gradings.length ?? 1) - 1));
  }

  /** A scanned code brings its line into hand; letters of the code that were taken for keys change nothing. */
  scan(code: string): boolean {
    const before = this.#before;
    if (before && this.#now() - before.atMs <= scanMs) before.grading.restore(before.kept);
    this.#before = undefined;
    const at = this.lines.findIndex(({ line, left }) => line.sku === code && left > 0);
    const found = at >= 0 ? at : this.lines.findIndex(({ line }) => line.sku === code);
    this.goTo(found);
    return found >= 0;
  }

  /** What is graded, to send; nothing while nothing is, or too much, or a “no” says nothing. Units without a grade wait. */
  toLines(): GradedLines | undefined {
    this.#sent = this.lines.flatMap((line, lineAt) =>
      line.graded.map((grading) => ({ lineAt, gradingAt: line.gradings.indexOf(grading) })),
    );
    const unexplained = this.#sent.find((place) => this.#at(place)?.checks.unexplained);
    this.nothing = this.#sent.length === 0;
    this.unexplained = unexplained !== undefined;
    if (unexplained) this.#take(unexplained);
    if (this.nothing || this.over || unexplained) return undefined;
    return this.#sent.flatMap((place) => {
      const returnLineId = this.lines[place.lineAt]?.line.returnLineId;
      return returnLineId === undefined ? [] : (this.#at(place)?.toLine(returnLineId) ?? []);
    });
  }

  #at({ lineAt, gradingAt }: Place): BenchGrading | undefined {
    return this.lines[lineAt]?.gradings[gradingAt];
  }

  #take({ lineAt, gradingAt }: Place): void {
    this.at = lineAt;
    this.gradingAt = gradingAt;
  }

  /** The grading that a refusal is about, brought into hand: the shop counts what was sent. */
  takeInHand(trouble: Trouble<'inspection.record'> | undefined): void {
    if (!isOfGrading(trouble)) return;
    const sent = this.#sent[trouble.refusal.data.line - 1];
    if (sent) this.#take(sent);
  }

  /** For the draft. */
  keep(): KeptBench {
    return this.lines.map(({ line, gradings }) => ({
      returnLineId: line.returnLineId,
      gradings: gradings.map((grading) => grading.keep()),
    }));
  }
}
