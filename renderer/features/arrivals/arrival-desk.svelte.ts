import type { Return } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import type { Channel } from '../../../contract/values/words.ts';
import { t } from '../../i18n/index.ts';
import { Intent } from '../../state/intent.ts';
import { ask, refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';
import { intentOf } from '../counter/unfinished.ts';
import { typedCustomer } from '../customers/typed-customer.ts';
import type { FoundProduct } from '../settlement/find-product.ts';
import { ArrivalLine, type ArrivalLineContent } from './arrival-line.svelte.ts';
import { GoodsFinder } from './goods-finder.svelte.ts';

/** A parcel does not come over the counter. */
export const arrivalChannels = ['parcel', 'pickup', 'online', 'phone', 'counter'] as const satisfies readonly Channel[];

export type ArrivalContent = {
  readonly id: string;
  readonly channel: Channel;
  readonly courier: string;
  readonly waybill: string;
  readonly freightCents?: number | undefined;
  readonly customer: string;
  readonly lines: readonly ArrivalLineContent[];
};

/** A parcel without an order, as it is unpacked: what lies in it, and what is written on it. */
export class ArrivalDesk {
  lines = $state<ArrivalLine[]>([]);
  channel = $state<Channel>('parcel');
  courier = $state('');
  waybill = $state('');
  freightCents = $state<number>();
  customer = $state('');
  busy = $state(false);
  trouble = $state.raw<Trouble<'returns.arrive'>>();
  readonly finder: GoodsFinder;
  readonly #ask: typeof ask;
  #tried = $state(false);
  #intent = new Intent();

  constructor(askShop: typeof ask = ask) {
    this.#ask = askShop;
    this.finder = new GoodsFinder(askShop);
  }

  itemError = $derived.by(() => (this.#tried && this.lines.length === 0 ? t('arrivals.need-item') : undefined));
  /** The line a refusal is about: the shop counts from 1. */
  refused = $derived.by((): ArrivalLine | undefined => {
    const { trouble } = this;
    const about =
      refusedWith(trouble, 'serial-needed') ??
      refusedWith(trouble, 'serial-not-sold') ??
      refusedWith(trouble, 'serial-back-already') ??
      refusedWith(trouble, 'one-line-per-serial');
    return about && this.lines[about.line - 1];
  });

  quantityError(line: ArrivalLine): string | undefined {
    return (this.#tried ? line.quantityProblem : undefined) ?? (line.numbered ? undefined : this.#refusalAt(line));
  }

  serialError(line: ArrivalLine): string | undefined {
    return (this.#tried ? line.serialProblem : undefined) ?? this.#refusalAt(line);
  }

  #refusalAt(line: ArrivalLine): string | undefined {
    return this.refused === line && this.trouble ? troubleSentence(this.trouble) : undefined;
  }

  /** One more of an item; a code that is none is the number of the unit scanned before, where that one has none yet. */
  async take(code: string): Promise<void> {
    const waits = this.lines.at(-1);
    const product = await this.finder.find(code);
    if (product) this.add(product);
    else if (waits?.serialProblem && this.finder.unknown !== undefined) {
      waits.serial = code.trim();
      this.finder.clear();
    }
  }

  add(product: FoundProduct): void {
    this.trouble = undefined;
    const known = this.lines.find(({ sku, numbered }) => sku === product.sku && !numbered);
    if (known) known.quantity = fromMilli(toMilli(known.quantity ?? 0) + 1000);
    else this.lines.push(ArrivalLine.of(product));
  }

  remove(line: ArrivalLine): void {
    this.lines = this.lines.filter((other) => other !== line);
    this.trouble = undefined;
  }

  /** What no item is called may be what stands on the parcel. */
  takeAsWaybill(): void {
    this.waybill = this.finder.unknown ?? this.waybill;
    this.finder.clear();
  }

  /** Takes the parcel in; gives its return. */
  async record(): Promise<Return | undefined> {
    this.#tried = true;
    const incomplete = this.lines.some(({ quantityProblem, serialProblem }) => quantityProblem ?? serialProblem);
    if (this.busy || this.lines.length === 0 || incomplete) return undefined;
    this.busy = true;
    const answer = await this.#ask('returns.arrive', this.#input());
    this.busy = false;
    this.trouble = answer.trouble;
    if (!answer.ok) return undefined;
    this.#intent.done();
    this.lines = [];
    return answer.ok;
  }

  #input(): Input<'returns.arrive'> {
    const courier = this.courier.trim();
    const waybill = this.waybill.trim();
    const customer = this.customer.trim();
    return {
      id: this.#intent.id,
      channel: this.channel,
      ...(courier && { courier }),
      ...(waybill && { waybill }),
      ...(this.freightCents !== undefined && { freightCents: this.freightCents }),
      ...(customer && { customer: typedCustomer(customer) }),
      lines: this.lines.map((line) => line.toInput()),
    };
  }

  /** Nothing while nothing was entered. */
  get content(): ArrivalContent | undefined {
    const { channel, courier, waybill, freightCents, customer } = this;
    const typed = courier || waybill || customer || freightCents !== undefined;
    if (this.lines.length === 0 && !typed) return undefined;
    const lines = this.lines.map((line) => line.content);
    return { id: this.#intent.id, channel, courier, waybill, freightCents, customer, lines };
  }

  restore({ id, lines, ...parcel }: ArrivalContent): void {
    this.#intent = intentOf(id);
    this.channel = parcel.channel;
    this.courier = parcel.courier;
    this.waybill = parcel.waybill;
    this.freightCents = parcel.freightCents;
    this.customer = parcel.customer;
    this.lines = lines.map((content) => new ArrivalLine(content));
  }
}
