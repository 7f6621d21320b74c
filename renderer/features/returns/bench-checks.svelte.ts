import type { CheckAnswer } from '../../../contract/api/return-shape.ts';

export type KeptChecks = readonly {
  readonly question: string;
  readonly ok?: boolean | undefined;
  readonly note: string;
}[];

/** One question of the checklist, as it is answered. */
export class Check {
  readonly question: string;
  ok = $state<boolean>();
  note = $state('');

  constructor({ question, ok, note }: KeptChecks[number]) {
    this.question = question;
    this.ok = ok;
    this.note = note;
  }
}

/** The checklist of some units. A “no” needs a note; what is not answered is left out. */
export class Checks {
  list = $state<readonly Check[]>([]);
  /** The question under the keys. */
  at = $state(0);

  constructor(kept: KeptChecks = []) {
    this.restore(kept);
  }

  answered = $derived.by(() => this.list.filter(({ ok }) => ok !== undefined));
  /** A “no” that does not say what is wrong. */
  unexplained = $derived.by(() => this.list.some(({ ok, note }) => ok === false && note.trim() === ''));

  /** Asks these questions; answers that are there already stay. */
  ask(questions: readonly string[]): void {
    if (questions.join('\n') === this.list.map(({ question }) => question).join('\n')) return;
    this.#lay(questions, this.keep());
  }

  /** Answers the question under the keys. A “yes” goes on to the next one; a “no” stays for its note. */
  answer(ok: boolean): void {
    const check = this.list[this.at];
    if (!check) return;
    check.ok = ok;
    if (ok) this.goOn();
  }

  /** To the next question without an answer, from the top again after the last. */
  goOn(): void {
    const open = (check: Check): boolean => check.ok === undefined;
    const later = this.list.findIndex((check, at) => at > this.at && open(check));
    const next = later >= 0 ? later : this.list.findIndex(open);
    if (next >= 0) this.at = next;
  }

  toAnswers(): CheckAnswer[] {
    return this.answered.map(({ question, ok = true, note }) => ({
      question,
      ok,
      ...(!ok && note.trim() && { note: note.trim() }),
    }));
  }

  /** Questions without an answer are not worth keeping: they are asked again. */
  keep(): KeptChecks {
    return this.answered.map(({ question, ok, note }) => ({ question, ok, note }));
  }

  /** The answers as they were; the questions stay. */
  restore(kept: KeptChecks): void {
    const asked = this.list.length > 0 ? this.list : kept;
    this.#lay(
      asked.map(({ question }) => question),
      kept,
    );
  }

  #lay(questions: readonly string[], known: KeptChecks): void {
    this.list = questions.map(
      (question) => new Check(known.find((own) => own.question === question) ?? { question, note: '' }),
    );
    this.at = Math.max(
      0,
      this.list.findIndex(({ ok }) => ok === undefined),
    );
  }
}
