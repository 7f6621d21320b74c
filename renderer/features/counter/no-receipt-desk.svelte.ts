import { t } from '../../i18n/index.ts';
import { Intent } from '../../state/intent.ts';
import { ask, type Trouble } from '../../state/shop.svelte.ts';
import { CounterLine, type LineContent, type LineItem } from './counter-line.svelte.ts';
import { openInput } from './desk-input.ts';
import type { Place, Problem } from './places.ts';
import type { Ask } from './policy-says.svelte.ts';
import { lineProblems } from './problems.ts';
import { problemsOfTrouble } from './trouble-places.ts';
import { intentOf } from './unfinished.ts';

export type NoReceiptContent = {
  readonly id: string;
  readonly customer: string;
  readonly lines: readonly LineContent[];
};

/** Goods without a receipt: recorded for review, never paid at the counter. */
export class NoReceiptDesk {
  lines = $state<CounterLine[]>([]);
  activeKey = $state<number>();
  customer = $state('');
  code = $state('');
  codeProblem = $state<string>();
  tried = $state(false);
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  readonly #ask: Ask;
  #intent = new Intent();
  #keys = 0;

  constructor(askShop: Ask = ask) {
    this.#ask = askShop;
  }

  problems = $derived.by((): readonly Problem[] => {
    if (this.lines.length === 0) return [{ place: 'receipt', text: t('counter.need-item') }];
    return this.lines.flatMap((line) => lineProblems(line, { graded: false }));
  });
  refused = $derived.by((): readonly Problem[] => problemsOfTrouble(this.trouble, { lines: this.lines }));
  bannerTrouble = $derived.by(() => (this.refused.length > 0 ? undefined : this.trouble));

  errorAt(place: Place): string | undefined {
    return [...this.refused, ...(this.tried ? this.problems : [])].find((problem) => problem.place === place)?.text;
  }

  /** One more of the item with this code, which the shop must know. Gives where to go on. */
  async take(code: string): Promise<Place> {
    const wanted = code.trim();
    const item = await this.#itemOf(wanted);
    this.codeProblem = item ? undefined : t('counter.no-item', { code: wanted });
    if (!item) return 'receipt';
    this.code = '';
    const line = this.lines.find(({ sku }) => sku === item.sku);
    if (line) line.count(1);
    const taken = line ?? this.#add(new CounterLine(this.#nextKey(), item));
    this.activeKey = taken.key;
    return lineProblems(taken, { graded: false })[0]?.place ?? `line-${taken.key}-quantity`;
  }

  /** The item of exactly this code, else the only one of that name: what is found by name has its code as detail. */
  async #itemOf(text: string): Promise<LineItem | undefined> {
    const items = await this.#products(text);
    const exact = items.find(({ title }) => title === text);
    if (exact) return { sku: exact.title, name: exact.detail };
    const [only, second] = items;
    if (!only || second) return undefined;
    const byCode = (await this.#products(only.detail)).some(({ id, title }) => id === only.id && title === only.detail);
    return byCode ? { sku: only.detail, name: only.title } : { sku: only.title, name: only.detail };
  }

  async #products(text: string) {
    const answer = await this.#ask('find.search', { text });
    return (answer.ok?.items ?? []).filter(({ kind }) => kind === 'product');
  }

  remove(line: CounterLine): void {
    this.lines = this.lines.filter(({ key }) => key !== line.key);
    if (this.activeKey === line.key) this.activeKey = this.lines.at(-1)?.key;
  }

  /** Nobody knows how many were sold: there is nothing to say. */
  sayNoneLeft(): void {}

  changed(): void {
    this.trouble = undefined;
    this.codeProblem = undefined;
  }

  /** Records the return for review; gives its id. */
  async record(): Promise<number | undefined> {
    this.tried = true;
    if (this.busy || this.problems.length > 0) return undefined;
    this.busy = true;
    const customer = this.customer.trim();
    const answer = await this.#ask('returns.open', {
      ...openInput(this.#intent.id, { lines: this.lines, channel: 'counter' }),
      ...(customer && { customer: /^[\d\s+-]{6,}$/.test(customer) ? { phone: customer } : { name: customer } }),
    });
    this.busy = false;
    this.trouble = answer.trouble;
    if (!answer.ok) return undefined;
    this.#intent.done();
    this.lines = [];
    return answer.ok.returnId;
  }

  get content(): NoReceiptContent | undefined {
    if (this.lines.length === 0) return undefined;
    return { id: this.#intent.id, customer: this.customer, lines: this.lines.map((line) => line.content) };
  }

  /** Back to what stood before, as after keys that were a scan. */
  rewind(content: NoReceiptContent | undefined): void {
    this.lines = [];
    this.activeKey = undefined;
    if (content) this.restore(content);
  }

  restore({ id, customer, lines }: NoReceiptContent): void {
    this.#intent = intentOf(id);
    this.customer = customer;
    for (const content of lines) this.#add(new CounterLine(this.#nextKey(), content)).restore(content);
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
