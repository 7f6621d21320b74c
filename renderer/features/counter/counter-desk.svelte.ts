import type { Sale, SaleLine } from '../../../contract/api/sales.ts';
import type { Input, Output } from '../../../contract/api.ts';
import type { Channel } from '../../../contract/values/words.ts';
import { t } from '../../i18n/index.ts';
import { Intent } from '../../state/intent.ts';
import { ask, type Trouble } from '../../state/shop.svelte.ts';
import { Settlement, type SettlementContent, type SettlementFacts } from '../settlement/settlement.svelte.ts';
import { settlementProblems } from '../settlement/settlement-problems.ts';
import { workingOf } from '../settlement/working.ts';
import { CounterLine, type LineContent } from './counter-line.svelte.ts';
import { counterInput, judgeInput, openInput } from './desk-input.ts';
import type { Place, Problem } from './places.ts';
import { type Ask, type Judged, PolicySays } from './policy-says.svelte.ts';
import { lineProblems } from './problems.ts';
import { problemsOfTrouble } from './trouble-places.ts';
import { intentOf } from './unfinished.ts';

/** Everything typed on the counter, as the draft keeps it. The id goes with it, so that a retry after a crash refunds nothing twice. */
export type DeskContent = {
  readonly id: string;
  /** Which line stood open. */
  readonly active?: number;
  readonly lines: readonly LineContent[];
  readonly settlement?: SettlementContent;
  readonly approved: boolean;
  readonly approvalNote: string;
  /** What was sent and never answered: it may have been done, so a retry must be the very same. */
  readonly unanswered?: Input<'returns.counter'>;
};

/** One counter return against one receipt, from the first item to the refund. */
export class CounterDesk {
  sale = $state.raw() as Sale;
  lines = $state<CounterLine[]>([]);
  /** The line that stands open. */
  activeKey = $state<number>();
  approved = $state(false);
  approvalNote = $state('');
  /** What the last scan or key could not do. */
  hint = $state.raw<Problem>();
  /** What is missing is shown from the first try on, not while somebody is still on the way. */
  tried = $state<'refund' | 'take-in'>();
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  done = $state.raw<Output<'returns.counter'>>();
  readonly policy: PolicySays;
  readonly settlement: Settlement;
  readonly #ask: Ask;
  #intent = new Intent();
  #unanswered = $state.raw<Input<'returns.counter'>>();
  #keys = 0;

  constructor(sale: Sale, askShop: Ask = ask) {
    this.sale = sale;
    this.#ask = askShop;
    this.policy = new PolicySays(askShop);
    this.settlement = new Settlement(() => factsOf(this.policy.judged), {
      ask: askShop,
      priceBack: (sku) => this.lines.find((line) => line.sku === sku)?.sold?.unitPrice,
    });
  }

  active = $derived.by(() => this.lines.find(({ key }) => key === this.activeKey));
  judgeInput = $derived.by(() => {
    const input = judgeInput(this.sale.saleId, this.lines);
    return input && { ...input, ...this.settlement.asked };
  });
  working = $derived.by(() => {
    const { judged } = this.policy;
    return judged ? workingOf(this.sale, this.judgeInput?.lines ?? [], judged) : [];
  });
  needsApproval = $derived.by(() => (this.policy.judged?.verdict.outcome ?? 'accept') !== 'accept');
  /** The verdict counts once every line has its reason. */
  hasVerdict = $derived.by(() => this.policy.judged !== undefined && this.lines.every(({ reason }) => reason));

  /** Everything that stands between here and the refund, in the order of the work. */
  problems = $derived.by((): readonly Problem[] => {
    const missing = this.lineProblems({ graded: true });
    if (missing.length > 0) return missing;
    const approval: Problem[] =
      this.needsApproval && !this.approved ? [{ place: 'approve', text: t('counter.need-approval') }] : [];
    return [...settlementProblems(this.settlement), ...approval];
  });

  /** What the shop said, at the fields it belongs to. */
  refused = $derived.by((): readonly Problem[] =>
    problemsOfTrouble(this.trouble ?? this.policy.trouble, {
      lines: this.lines,
      settlement: this.settlement,
    }),
  );

  /** What is said in no field. */
  bannerTrouble = $derived.by(() => (this.refused.length > 0 ? undefined : (this.trouble ?? this.policy.trouble)));

  /** What the lines still need; without grades only what recording them takes. */
  lineProblems({ graded }: { readonly graded: boolean }): readonly Problem[] {
    if (this.lines.length === 0) return [{ place: 'receipt', text: t('counter.need-item') }];
    return this.lines.flatMap((line) => lineProblems(line, { graded }));
  }

  get takeInProblems(): readonly Problem[] {
    return this.lineProblems({ graded: false });
  }

  /** What is wrong at a field: what the shop said of it, what the last scan could not do, what is missing. */
  errorAt(place: Place): string | undefined {
    const said = [...this.refused, ...(this.hint ? [this.hint] : []), ...this.#missing];
    return said.find((problem) => problem.place === place)?.text ?? this.#tooMany(place);
  }

  get #missing(): readonly Problem[] {
    if (!this.tried) return [];
    return this.tried === 'refund' ? this.problems : this.takeInProblems;
  }

  /** More than is left is said at once: somebody else may have taken the rest back. */
  #tooMany(place: Place): string | undefined {
    const line = this.lines.find(({ key }) => place === `line-${key}-quantity`);
    return line && (line.quantity ?? 0) > line.left ? t('counter.only-left', { left: line.left }) : undefined;
  }

  /** One more of a line of the receipt. Gives where to go on. */
  take(sold: SaleLine): Place {
    const name = sold.name || sold.sku;
    const line = this.lines.find((other) => other.sold?.saleLineId === sold.saleLineId);
    this.hint = undefined;
    if (line) {
      this.activeKey = line.key;
      if (!line.count(1)) this.sayNoneLeft(line);
      return this.placeOn(line);
    }
    if (sold.returnableQuantity > 0)
      return this.placeOn(this.#add(new CounterLine(this.#nextKey(), { sku: sold.sku, name }, sold)));
    this.hint = { place: 'receipt', text: t('counter.none-left', { name }) };
    return 'receipt';
  }

  sayNoneLeft({ key, left }: CounterLine): void {
    this.hint = { place: `line-${key}-quantity`, text: t('counter.only-left', { left }) };
  }

  /** What is first missing on a line, else its grade. */
  placeOn(line: CounterLine): Place {
    return lineProblems(line, { graded: true })[0]?.place ?? `line-${line.key}-grading-0-grade`;
  }

  remove(line: CounterLine): void {
    this.lines = this.lines.filter(({ key }) => key !== line.key);
    if (this.activeKey === line.key) this.activeKey = this.lines.at(-1)?.key;
  }

  /** The receipt changed in the shop: what is left may be less than before. */
  refresh(sale: Sale): void {
    this.sale = sale;
    for (const line of this.lines)
      line.sold = sale.lines.find(({ saleLineId }) => saleLineId === line.sold?.saleLineId) ?? line.sold;
  }

  /** Something was changed: what was said about the last try no longer holds. */
  changed(): void {
    this.trouble = undefined;
    this.hint = undefined;
    this.#unanswered = undefined;
  }

  /** Refunds in one action. When something is missing it is shown instead; tells whether it was done. */
  async refund(): Promise<boolean> {
    if (this.busy || this.done) return false;
    this.tried = 'refund';
    this.busy = true;
    await this.policy.settled();
    this.#unanswered ??= this.problems.length === 0 ? this.#wholeReturn() : undefined;
    const answer = this.#unanswered && (await this.#ask('returns.counter', this.#unanswered));
    this.busy = false;
    if (!answer) return false;
    this.trouble = answer.trouble;
    if (answer.ok || isDecided(answer.trouble)) this.#unanswered = undefined;
    if (!answer.ok) return false;
    this.#intent.done();
    this.done = answer.ok;
    return true;
  }

  #wholeReturn() {
    return counterInput(this.#intent.id, {
      saleId: this.sale.saleId,
      lines: this.lines,
      settlement: this.settlement,
      approval: this.needsApproval && this.approved ? { note: this.approvalNote } : undefined,
    });
  }

  /** Records the return only, without grades and money; gives its id. */
  async takeIn(channel: Channel): Promise<number | undefined> {
    if (this.busy || this.takeInProblems.length > 0) return undefined;
    this.busy = true;
    const { saleId } = this.sale;
    const answer = await this.#ask('returns.open', openInput(this.#intent.id, { saleId, lines: this.lines, channel }));
    this.busy = false;
    this.trouble = answer.trouble;
    if (!answer.ok) return undefined;
    this.#intent.done();
    this.clear();
    return answer.ok.returnId;
  }

  /** What the draft keeps; nothing while nothing was typed, or once it is done. */
  get content(): DeskContent | undefined {
    if (this.lines.length === 0 || this.done) return undefined;
    const active = this.lines.findIndex(({ key }) => key === this.activeKey);
    return {
      id: this.#intent.id,
      ...(active >= 0 && { active }),
      lines: this.lines.map((line) => line.content),
      settlement: this.settlement.content,
      approved: this.approved,
      approvalNote: this.approvalNote,
      ...(this.#unanswered && { unanswered: this.#unanswered }),
    };
  }

  restore({ id, active, lines, settlement, approved, approvalNote, unanswered }: DeskContent): void {
    this.#intent = intentOf(id);
    for (const content of lines) {
      const sold = this.sale.lines.find(({ saleLineId }) => saleLineId === content.saleLineId);
      if (sold) this.#add(new CounterLine(this.#nextKey(), content, sold)).restore(content);
    }
    this.activeKey = (active === undefined ? undefined : this.lines[active]?.key) ?? this.activeKey;
    if (settlement) this.settlement.restore(settlement);
    this.approved = approved;
    this.approvalNote = approvalNote;
    this.#unanswered = unanswered;
  }

  /** Back to what stood before, as after keys that were a scan. */
  rewind(content: DeskContent | undefined): void {
    this.lines = [];
    this.activeKey = undefined;
    if (content) this.restore(content);
  }

  clear(): void {
    this.lines = [];
    this.activeKey = undefined;
    this.settlement.clear();
    this.approved = false;
    this.approvalNote = '';
    this.tried = undefined;
    this.#intent = new Intent();
    this.changed();
  }

  #add(line: CounterLine): CounterLine {
    this.lines.push(line);
    this.activeKey = line.key;
    return line;
  }

  #nextKey(): number {
    this.#keys += 1;
    return this.#keys;
  }
}

/** What the policy says of the money, as a settlement needs it. */
function factsOf(judged: Judged | undefined): SettlementFacts {
  if (!judged) return { totalCents: 0, limits: [], extras: [], noReceipt: false };
  const { totalCents, tenders: limits, extras, exchange, noReceipt } = judged;
  return { totalCents, limits, extras, exchange, noReceipt };
}

/** The shop has said no: nothing happened. Otherwise the same is asked again, word for word. */
function isDecided(trouble: Trouble): boolean {
  return trouble.kind === 'invalid' || (trouble.kind === 'refused' && trouble.unknownOf === undefined);
}
