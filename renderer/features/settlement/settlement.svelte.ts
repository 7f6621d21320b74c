import type { ExchangeInput, ExchangeQuote, PayoutInput } from '../../../contract/api/settlement-shape.ts';
import { tenders as allTenders, type Want } from '../../../contract/values/words.ts';
import { ask } from '../../state/shop.svelte.ts';
import { Exchange, type ExchangeContent } from './exchange.svelte.ts';
import { Extras, type ExtrasContent, type ProposedExtra } from './extras.svelte.ts';
import { type Limit, TenderSplit, type TypedTenders } from './tender-split.svelte.ts';

/** What becomes of what is owed: money, store credit, or other goods. */
export const ways = ['refund', 'exchange', 'store-credit'] as const satisfies readonly Want[];
export type Way = (typeof ways)[number];

/** What the shop says of a settlement, with the extras as they were last asked. */
export type SettlementFacts = {
  readonly totalCents: number;
  readonly limits: readonly Limit[];
  readonly extras: readonly ProposedExtra[];
  readonly exchange?: ExchangeQuote | undefined;
  /** Without a receipt money goes only through `limits`, unless a person overrides it. */
  readonly noReceipt: boolean;
};

export type SettlementContent = {
  readonly way: Way;
  readonly typed: TypedTenders;
  readonly extras?: ExtrasContent;
  readonly exchange?: ExchangeContent;
  readonly creditCode?: string;
  readonly expiresOn?: string;
  readonly override?: string;
};

/** How what is owed is settled, the same at the counter and on the page of a return. */
export class Settlement {
  way = $state<Way>('refund');
  readonly extras: Extras;
  readonly exchange: Exchange;
  /** How what is given back is paid out. */
  readonly payouts: TenderSplit;
  /** A code that stands, which takes the store credit; a new one when empty. */
  creditCode = $state('');
  /** The last day of a new code; by the settings when empty. */
  expiresOn = $state('');
  /** A person’s own yes to money where the policy allows none without a receipt. */
  overriding = $state(false);
  overrideNote = $state('');
  readonly #facts: () => SettlementFacts;

  constructor(
    facts: () => SettlementFacts,
    {
      ask: askShop = ask,
      priceBack = () => undefined,
    }: { ask?: typeof ask; priceBack?: (sku: string) => string | undefined } = {},
  ) {
    this.#facts = facts;
    this.extras = new Extras(() => facts().extras);
    this.exchange = new Exchange(() => facts().exchange, priceBack, askShop);
    this.payouts = new TenderSplit(() => ({ totalCents: this.payableCents, limits: this.limits }));
  }

  get totalCents(): number {
    return this.#facts().totalCents;
  }

  get noReceipt(): boolean {
    return this.#facts().noReceipt;
  }

  /** What goes to the customer now; an exchange pays out only what the new goods cost less. */
  get payableCents(): number {
    if (this.way !== 'exchange') return this.totalCents;
    return Math.max(0, -this.exchange.differenceCents);
  }

  /** What the customer pays on top. */
  get collectCents(): number {
    return this.way === 'exchange' ? Math.max(0, this.exchange.differenceCents) : 0;
  }

  /** How it may be paid out. Store credit is always a way, first where it is wanted; as money it is only shown where nothing else will do. */
  get limits(): readonly Limit[] {
    const cents = this.payableCents;
    const { limits, exchange } = this.#facts();
    const said = this.way === 'exchange' ? (exchange?.tenders ?? []) : this.#overridden(limits);
    const others = said.filter(({ tender }) => tender !== 'store-credit');
    const asCredit: Limit = { tender: 'store-credit', maxCents: cents };
    if (this.way === 'store-credit') return [asCredit, ...others];
    const reach = others.reduce((sum, { maxCents }) => sum + maxCents, 0);
    const back = said.find(({ tender }) => tender === 'store-credit');
    if (this.way === 'exchange' && cents > 0) return [...others, asCredit];
    return back && (said[0] === back || reach < cents) ? said : others;
  }

  #overridden(limits: readonly Limit[]): readonly Limit[] {
    if (!this.overriding) return limits;
    const more = allTenders.filter(
      (tender) => tender !== 'store-credit' && limits.every((one) => one.tender !== tender),
    );
    return [...limits, ...more.map((tender) => ({ tender, maxCents: this.totalCents }))];
  }

  /** Whether some of it becomes store credit. */
  get givesCredit(): boolean {
    return this.payouts.payouts.some(({ tender }) => tender === 'store-credit');
  }

  /** What the shop is asked beside the goods, so that its amounts follow. */
  get asked() {
    const extras = this.extras.toAsk();
    const exchange = this.way === 'exchange' ? this.exchange.asked : undefined;
    return { ...(extras && { extras }), ...(exchange && { exchange }) };
  }

  /** For the action that settles. */
  toInput() {
    const extras = this.extras.toInput();
    const storeCredit = this.#storeCredit();
    const payouts: PayoutInput[] = this.payableCents > 0 ? this.payouts.payouts : [];
    return {
      payouts,
      ...(extras && { extras }),
      ...(storeCredit && { storeCredit }),
      ...(this.way === 'exchange' && { exchange: this.#exchangeInput() }),
      ...(this.overriding && { override: { note: this.overrideNote.trim() } }),
    };
  }

  #storeCredit() {
    const code = this.creditCode.trim();
    if (!this.givesCredit || !(code || this.expiresOn)) return undefined;
    return code ? { code } : { expiresOn: this.expiresOn };
  }

  #exchangeInput(): ExchangeInput {
    const lines = this.exchange.asked;
    if (!lines) throw new Error('an unfinished exchange was to be sent');
    return { lines, ...(this.collectCents > 0 ? this.exchange.paidIn.toInput() : { tenders: [] }) };
  }

  clear(): void {
    this.way = 'refund';
    this.extras.clear();
    this.exchange.clear();
    this.payouts.clear();
    Object.assign(this, { creditCode: '', expiresOn: '', overriding: false, overrideNote: '' });
  }

  get content(): SettlementContent {
    const { extras, exchange } = this;
    return {
      way: this.way,
      typed: this.payouts.typed,
      ...(extras.content && { extras: extras.content }),
      ...(exchange.content && { exchange: exchange.content }),
      ...(this.creditCode && { creditCode: this.creditCode }),
      ...(this.expiresOn && { expiresOn: this.expiresOn }),
      ...(this.overriding && { override: this.overrideNote }),
    };
  }

  restore({ way, typed, extras, exchange, creditCode = '', expiresOn = '', override }: SettlementContent): void {
    Object.assign(this, {
      way,
      creditCode,
      expiresOn,
      overriding: override !== undefined,
      overrideNote: override ?? '',
    });
    this.payouts.restore(typed);
    if (extras) this.extras.restore(extras);
    if (exchange) this.exchange.restore(exchange);
  }
}
