import type { Sale } from '../../../contract/api/sales.ts';
import type { Input, Output } from '../../../contract/api.ts';
import { t } from '../../i18n/index.ts';
import { Intent } from '../../state/intent.ts';
import { ask, type Trouble } from '../../state/shop.svelte.ts';
import { Settlement, type SettlementContent, type SettlementFacts } from '../settlement/settlement.svelte.ts';
import { settlementProblems } from '../settlement/settlement-problems.ts';
import { workingOf } from '../settlement/working.ts';
import { BackLines } from './back-lines.svelte.ts';
import { staysBehind } from './bundles.ts';
import { Coming, type ComingContent } from './coming.svelte.ts';
import type { LineContent } from './counter-line.svelte.ts';
import { counterInput, customerInput, judgeInput, openInput, type WhatComes } from './desk-input.ts';
import type { Place, Problem } from './places.ts';
import { type Ask, type Judged, PolicySays } from './policy-says.svelte.ts';
import { lineProblems } from './problems.ts';
import { problemsOfTrouble } from './trouble-places.ts';
import { intentOf } from './unfinished.ts';
import type { Visit } from './visit.ts';

/** Everything typed on the counter, as the draft keeps it. The id goes with it, so that a retry after a crash refunds nothing twice. */
export type DeskContent = {
  readonly id: string;
  /** Which line stood open. */
  readonly active?: number;
  readonly lines: readonly LineContent[];
  readonly visit?: Visit;
  /** Who brings goods without a receipt. */
  readonly customer?: string;
  readonly announces?: boolean;
  readonly coming?: ComingContent;
  readonly settlement?: SettlementContent;
  readonly approved: boolean;
  readonly approvalNote: string;
  /** What was sent and never answered: it may have been done, so a retry must be the very same. */
  readonly unanswered?: Input<'returns.counter'>;
};

/** One return at the counter, against a receipt or without one, from the first item to the refund, or as far as its announcement. */
export class CounterDesk extends BackLines {
  /** Goods that come later are recorded only: nothing is graded, nothing paid. */
  announces = $state(false);
  readonly coming = new Coming();
  visit = $state.raw<Visit>({ id: crypto.randomUUID() });
  /** Who brings goods without a receipt: a name or a telephone number. */
  customer = $state('');
  approved = $state(false);
  approvalNote = $state('');
  /** What is missing is shown from the first try on, not while somebody is still on the way. */
  tried = $state<'refund' | 'take-in'>();
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  done = $state.raw<Output<'returns.counter'>>();
  readonly policy: PolicySays;
  readonly settlement: Settlement;
  readonly ask: Ask;
  #intent = new Intent();
  #unanswered = $state.raw<Input<'returns.counter'>>();

  constructor(sale: Sale | undefined, askShop: Ask = ask) {
    super();
    this.sale = sale;
    this.ask = askShop;
    this.policy = new PolicySays(askShop);
    this.settlement = new Settlement(() => factsOf(this.policy.judged), {
      ask: askShop,
      priceBack: (sku) => this.lines.find((line) => line.sku === sku)?.sold?.unitPrice,
    });
  }

  judgeInput = $derived.by(() => {
    const input = judgeInput(this.#comes);
    if (!input) return undefined;
    if (!this.announces) return { ...input, ...this.coming.signing, ...this.settlement.asked };
    const { channel, want, signing, freightCents } = this.coming;
    return { ...input, ...signing, channel, want, ...(freightCents !== undefined && { freightCents }) };
  });
  working = $derived.by(() => {
    const { judged } = this.policy;
    const rows = judged ? workingOf(this.sale, this.judgeInput?.lines ?? [], judged) : [];
    return rows.map((row) => ({ ...row, name: this.lines.find(({ sku }) => sku === row.name)?.name ?? row.name }));
  });
  needsApproval = $derived.by(() => (this.policy.judged?.verdict.outcome ?? 'accept') !== 'accept');
  /** Who says yes to what the policy turns down, or to a value without a receipt, says why. */
  #needsWhy = $derived.by(() => this.policy.judged?.verdict.outcome === 'reject' || this.sale === undefined);
  /** The verdict counts once every line has its reason. */
  hasVerdict = $derived.by(() => this.policy.judged !== undefined && this.lines.every(({ reason }) => reason));
  /** Pieces of a bundle that stay with the customer. */
  behind = $derived.by(() => (this.sale ? staysBehind(this.sale, (line) => this.unitsOf(line)) : []));

  /** Everything that stands between here and the refund, in the order of the work. */
  problems = $derived.by((): readonly Problem[] => {
    if (this.announces) return this.takeInProblems;
    const missing = this.lineProblems({ graded: true });
    if (missing.length > 0) return missing;
    return [...settlementProblems(this.settlement), ...this.#approvalProblems()];
  });

  #approvalProblems(): Problem[] {
    if (!this.needsApproval) return [];
    if (!this.approved) return [{ place: 'approve', text: t('counter.need-approval') }];
    if (!this.#needsWhy || this.approvalNote.trim()) return [];
    return [{ place: 'approve-note', text: t('counter.need-why') }];
  }

  /** What the shop said, at the fields it belongs to. */
  refused = $derived.by((): readonly Problem[] =>
    problemsOfTrouble(this.trouble ?? this.policy.trouble, { lines: this.lines, settlement: this.settlement }),
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

  override placeOn(line: BackLines['lines'][number]): Place {
    if (!this.announces) return super.placeOn(line);
    return lineProblems(line, { graded: false })[0]?.place ?? `line-${line.key}-reason`;
  }

  /** The pieces of a bundle that would stay behind come along. */
  takeAlong(): Place {
    let place: Place = 'receipt';
    for (const { line, units } of this.behind) for (let unit = 0; unit < units; unit += 1) place = this.take(line);
    return place;
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
    const answer = this.#unanswered && (await this.ask('returns.counter', this.#unanswered));
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
    return counterInput(this.#intent.id, this.#comes, {
      signing: this.coming.signing,
      settlement: this.settlement,
      approval: this.needsApproval && this.approved ? { note: this.approvalNote } : undefined,
    });
  }

  get #comes(): WhatComes {
    const { sale, lines, visit } = this;
    return { sale, lines, visit, customer: customerInput({ sale, visit, typed: this.customer }) };
  }

  /** Records the return only, without grades and money; gives its id. */
  async takeIn(): Promise<number | undefined> {
    this.tried = 'take-in';
    if (this.busy || this.takeInProblems.length > 0) return undefined;
    this.busy = true;
    const answer = await this.ask('returns.open', openInput(this.#intent.id, this.#comes, this.coming));
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
      visit: this.visit,
      ...(this.customer && { customer: this.customer }),
      ...(this.announces && { announces: true }),
      coming: this.coming.content,
      settlement: this.settlement.content,
      approved: this.approved,
      approvalNote: this.approvalNote,
      ...(this.#unanswered && { unanswered: this.#unanswered }),
    };
  }

  restore({
    id,
    active,
    lines,
    visit,
    customer = '',
    announces = false,
    coming,
    settlement,
    ...left
  }: DeskContent): void {
    this.#intent = intentOf(id);
    for (const content of lines) this.bringBack(content);
    this.activeKey = (active === undefined ? undefined : this.lines[active]?.key) ?? this.activeKey;
    if (visit) this.visit = visit;
    if (coming) this.coming.restore(coming);
    if (settlement) this.settlement.restore(settlement);
    const { approved, approvalNote, unanswered } = left;
    Object.assign(this, { customer, announces, approved, approvalNote });
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
