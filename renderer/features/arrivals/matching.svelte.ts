import type { Return, Verdict } from '../../../contract/api/return-shape.ts';
import type { Input, Output } from '../../../contract/api.ts';
import { language, t } from '../../i18n/index.ts';
import { dayOfInstant } from '../../i18n/times.ts';
import { ask, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';

export type Candidate = Output<'returns.matches'>['items'][number];
type Sale = Output<'sales.get'>;

/** Which sale goods came from that came without one, and the person’s own yes where the policy does not give it. */
export class Matching {
  /** A sale looked up by its number. */
  named = $state.raw<Candidate>();
  number = $state('');
  numberProblem = $state<string>();
  approved = $state(false);
  note = $state('');
  #chosen = $state<number>();
  #tried = $state(false);
  readonly #found: Return;
  readonly #suggested: () => readonly Candidate[];
  readonly #verdict: () => Verdict | undefined;
  readonly #ask: typeof ask;

  constructor(
    found: Return,
    {
      suggested,
      verdict,
      saleId,
      askShop = ask,
    }: {
      suggested: () => readonly Candidate[];
      /** What the policy says of the chosen sale; nothing until it has said so. */
      verdict: () => Verdict | undefined;
      saleId?: number | undefined;
      askShop?: typeof ask;
    },
  ) {
    this.#found = found;
    this.#suggested = suggested;
    this.#verdict = verdict;
    this.#chosen = saleId;
    this.#ask = askShop;
  }

  candidates = $derived.by((): readonly Candidate[] => {
    const { named } = this;
    if (!named) return this.#suggested();
    const suggested = this.#suggested().find(({ saleId }) => saleId === named.saleId);
    return [suggested ?? named, ...this.#suggested().filter(({ saleId }) => saleId !== named.saleId)];
  });
  /** The likeliest one that fits, until a person chooses. */
  chosen = $derived.by(
    (): Candidate | undefined =>
      this.candidates.find(({ saleId }) => saleId === this.#chosen) ?? this.candidates.find(({ fits }) => fits),
  );

  choose(saleId: number): void {
    this.#chosen = saleId;
    this.approved = false;
    this.#tried = false;
  }

  step(by: number): void {
    const at = this.candidates.findIndex(({ saleId }) => saleId === this.chosen?.saleId);
    const next = this.candidates[Math.min(this.candidates.length - 1, Math.max(0, at + by))];
    if (next) this.choose(next.saleId);
  }

  /** Looks a sale up that was not suggested. */
  async name(text: string): Promise<Trouble | undefined> {
    const answer = await this.#ask('sales.get', { number: text.trim() });
    this.numberProblem = answer.trouble && troubleSentence(answer.trouble);
    if (!answer.ok) return answer.trouble;
    this.named = candidateOf(answer.ok, this.#found);
    this.number = '';
    this.choose(answer.ok.saleId);
    return undefined;
  }

  /** What the policy is asked about the chosen sale. */
  judged = $derived.by((): Input<'returns.judge'> | undefined => {
    const { chosen } = this;
    const { day, signedOn, channel, want, lines } = this.#found;
    if (!chosen?.fits) return undefined;
    return {
      saleId: chosen.saleId,
      day,
      channel,
      want,
      ...(signedOn && { signedOn }),
      lines: chosen.lines.flatMap(({ returnLineId, saleLineId }) => {
        const line = lines.find((own) => own.returnLineId === returnLineId);
        if (!line) return [];
        const { quantity, reason, condition, missing, serial, batch } = line;
        // Nobody was asked for a note when the parcel came; only the counter asks for one.
        const note = line.note ?? t('arrivals.reason-unknown');
        return [
          {
            saleLineId,
            quantity,
            reason,
            note,
            ...(condition && { condition }),
            ...(missing && { missing: [...missing] }),
            ...(serial && { serial }),
            ...(batch && { batch }),
          },
        ];
      }),
    };
  });

  /** Before it is approved, a return may still wait for that; goods that are here need the yes at once. */
  needsYes = $derived.by(() => {
    const outcome = this.#verdict()?.outcome;
    return outcome !== undefined && outcome !== 'accept' && this.#found.stage !== 'requested';
  });
  approvable = $derived.by(() => (this.#verdict()?.outcome ?? 'accept') !== 'accept');
  chosenError = $derived.by(() => (this.#tried && !this.chosen?.fits ? t('arrivals.choose') : undefined));
  yesError = $derived.by(() =>
    this.#tried && this.needsYes && !this.approved ? t('arrivals.approve-needed') : undefined,
  );
  noteError = $derived.by(() => {
    const needed = this.approved && this.#verdict()?.outcome === 'reject';
    return this.#tried && needed && !this.note.trim() ? t('arrivals.note-needed') : undefined;
  });

  /** What to send; nothing while something is missing. */
  toInput(): Omit<Input<'returns.match'>, 'id'> | undefined {
    this.#tried = true;
    const { chosen } = this;
    if (!chosen || !this.#verdict() || this.chosenError || this.yesError || this.noteError) return undefined;
    const note = this.note.trim();
    return {
      returnId: this.#found.returnId,
      saleId: chosen.saleId,
      lines: chosen.lines,
      ...(this.approvable && this.approved && { approve: note ? { note } : {} }),
    };
  }
}

/** A sale as the shop would have suggested it: each line of the return to one of its item with enough units left. */
function candidateOf(sale: Sale, found: Return): Candidate {
  const left = new Map(sale.lines.map((line) => [line.saleLineId, line.returnableQuantity]));
  const lines = found.lines.flatMap(({ returnLineId, sku, quantity }) => {
    const sold = sale.lines.find((line) => line.sku === sku && (left.get(line.saleLineId) ?? 0) >= quantity);
    if (!sold) return [];
    left.set(sold.saleLineId, (left.get(sold.saleLineId) ?? 0) - quantity);
    return [{ returnLineId, saleLineId: sold.saleLineId }];
  });
  const customer = sale.customer?.name ?? sale.customer?.code;
  return {
    saleId: sale.saleId,
    number: sale.number,
    day: dayOfInstant(Date.parse(sale.soldAt), language.timeZone),
    ...(customer && { customer }),
    totalCents: sale.totalCents,
    score: 0,
    why: [],
    lines,
    fits: lines.length === found.lines.length,
  };
}
