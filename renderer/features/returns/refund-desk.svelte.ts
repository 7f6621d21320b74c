import type { Quote } from '../../../contract/api/refunds.ts';
import type { Return } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { Query } from '../../state/query.svelte.ts';
import type { Trouble } from '../../state/shop.svelte.ts';
import { Settlement, type SettlementContent, type SettlementFacts, ways } from '../settlement/settlement.svelte.ts';
import {
  type SettlementPlace,
  type SettlementProblem,
  settlementProblems,
  settlementTrouble,
} from '../settlement/settlement-problems.ts';
import { workingOfQuote } from '../settlement/working.ts';
import { type PartsContent, RefundParts } from './refund-parts.svelte.ts';

export type RefundContent = { readonly parts?: PartsContent; readonly settlement: SettlementContent };

/** The refund of a return: which units, what is given and kept beside them, and how it is settled. Make it while a component is set up. */
export class RefundDesk {
  readonly parts: RefundParts;
  readonly settlement: Settlement;
  readonly call = new ActionCall('refunds.record');
  tried = $state(false);
  readonly #found: () => Return;
  readonly #whole: () => Quote;
  /** Of the chosen units, as the policy proposes it. */
  readonly #part: Query<'refunds.quote'>;
  /** The same with what was changed. */
  readonly #changed: Query<'refunds.quote'>;
  readonly #exchange: Query<'refunds.quoteExchange'>;

  constructor(found: () => Return, whole: () => Quote) {
    this.#found = found;
    this.#whole = whole;
    this.parts = new RefundParts(whole);
    this.settlement = new Settlement(() => this.#facts(), {
      priceBack: (sku) => found().lines.find((line) => line.sku === sku)?.unitPrice,
    });
    const { returnId, want } = found();
    this.settlement.way = ways.find((way) => way === want) ?? 'refund';
    this.#part = new Query('refunds.quote', () => {
      const { lines } = this.parts;
      return lines && { returnId, lines };
    });
    this.#changed = new Query('refunds.quote', () => {
      const { extras } = this.#asked;
      return extras && { returnId, ...this.#lines, extras };
    });
    this.#exchange = new Query('refunds.quoteExchange', () => {
      const { extras, exchange } = this.#asked;
      const { lines: credit } = this.parts;
      return exchange && { returnId, ...(credit && { credit }), ...(extras && { extras }), lines: exchange };
    });
  }

  /** As the policy proposes it, for what is chosen. */
  get proposed(): Quote {
    return (this.parts.lines && this.#part.data) ?? this.#whole();
  }

  /** With what a person changed. */
  get quote(): Quote {
    return (this.#asked.extras && this.#changed.data) ?? this.proposed;
  }

  get working() {
    return workingOfQuote(this.#found(), this.quote);
  }

  /** One by one: what is proposed does not depend on what was changed, but the amounts do. */
  #facts(): SettlementFacts {
    const desk = this;
    return {
      get totalCents() {
        return desk.quote.totalCents;
      },
      get limits() {
        return desk.quote.tenders;
      },
      get noReceipt() {
        return desk.#whole().noReceipt;
      },
      get exchange() {
        return desk.settlement.asked.exchange && desk.#exchange.data;
      },
      get extras() {
        return desk.proposed.extras.map(({ returnLineId, ...extra }) => ({ ...extra, line: returnLineId }));
      },
    };
  }

  /** What the shop is asked: its lines are known by their ids. */
  get #asked() {
    const { extras, exchange } = this.settlement.asked;
    return { ...(extras && { extras: extras.map(byReturnLine) }), ...(exchange && { exchange }) };
  }

  get #lines() {
    const { lines } = this.parts;
    return lines ? { lines } : {};
  }

  get problems(): readonly SettlementProblem[] {
    const parts: SettlementProblem[] = this.parts.complete ? [] : [{ place: 'parts', text: t('ui.fill-in') }];
    return [...parts, ...settlementProblems(this.settlement)];
  }

  get #trouble(): Trouble | undefined {
    const { extras, exchange } = this.#asked;
    const read = (extras && this.#changed.trouble) ?? (exchange && this.#exchange.trouble);
    return this.call.trouble ?? read ?? (this.parts.lines && this.#part.trouble);
  }

  get #refused(): readonly SettlementProblem[] {
    return settlementTrouble(this.#trouble, this.settlement);
  }

  /** What is said in no field. */
  get bannerTrouble(): Trouble | undefined {
    return this.#refused.length > 0 ? undefined : this.#trouble;
  }

  errorAt(place: SettlementPlace): string | undefined {
    return [...this.#refused, ...(this.tried ? this.problems : [])].find((problem) => problem.place === place)?.text;
  }

  /** Settles it; gives what became of it, or nothing, and then the fields say why. */
  async settle() {
    this.tried = true;
    if (this.problems.length > 0) return undefined;
    return this.call.run({ returnId: this.#found().returnId, ...this.#lines, ...this.#settled() });
  }

  #settled(): Omit<Input<'refunds.record'>, 'id' | 'returnId'> {
    const { extras, ...input } = this.settlement.toInput();
    return { ...input, ...(extras && { extras: extras.map(byReturnLine) }) };
  }

  get content(): RefundContent {
    const { content: parts } = this.parts;
    return { ...(parts && { parts }), settlement: this.settlement.content };
  }

  restore({ parts, settlement }: RefundContent): void {
    if (parts) this.parts.restore(parts);
    this.settlement.restore(settlement);
  }

  clear(): void {
    this.parts.clear();
    this.settlement.clear();
  }
}

function byReturnLine<Extra extends { line?: number }>({ line, ...extra }: Extra) {
  return { ...extra, ...(line !== undefined && { returnLineId: line }) };
}
