import type { Input, Output } from '../../../contract/api.ts';
import { fromMilli, toMilli } from '../../../contract/values/quantity.ts';
import { language, t } from '../../i18n/index.ts';
import { dayOfInstant } from '../../i18n/times.ts';
import { ask, troubleSentence } from '../../state/shop.svelte.ts';

export type UnmatchedItem = Output<'imports.unmatched'>['items'][number];
export type Suggestion = UnmatchedItem['suggestions'][number];
type Sale = Output<'sales.get'>;

/** Which sale lines a returned line belongs to. What was ticked first takes as much as it can; all of the line must find its place. */
export class MatchingLine {
  /** Lines of a sale that was looked up by its number. */
  named = $state.raw<readonly Suggestion[]>([]);
  number = $state('');
  numberProblem = $state<string>();
  tried = $state(false);
  #ticked = $state.raw<readonly number[]>();
  readonly item: UnmatchedItem;
  readonly #ask: typeof ask;

  constructor(item: UnmatchedItem, askShop: typeof ask = ask) {
    this.item = item;
    this.#ask = askShop;
  }

  candidates = $derived.by((): readonly Suggestion[] => {
    const named = new Set(this.named.map(({ saleLineId }) => saleLineId));
    return [...this.named, ...this.item.suggestions.filter(({ saleLineId }) => !named.has(saleLineId))];
  });
  /** The best ones that together have room for the line, until a person ticks others. */
  ticked = $derived.by((): readonly number[] => this.#ticked ?? this.#best());
  links = $derived.by((): Input<'imports.match'>['links'] => {
    let leftMilli: number = toMilli(this.item.quantity);
    return this.ticked.flatMap((saleLineId) => {
      const candidate = this.candidates.find((one) => one.saleLineId === saleLineId);
      const milli = Math.min(leftMilli, toMilli(candidate?.returnableQuantity ?? 0));
      leftMilli -= milli;
      return milli > 0 ? [{ saleLineId, quantity: fromMilli(milli) }] : [];
    });
  });
  /** How much of the line has no sale yet. */
  left = $derived.by(() =>
    fromMilli(
      this.links.reduce<number>(
        (leftMilli, { quantity }) => leftMilli - toMilli(quantity),
        toMilli(this.item.quantity),
      ),
    ),
  );
  error = $derived.by(() => (this.tried && this.left > 0 ? t('imports.match-left', { count: this.left }) : undefined));

  quantityOf(saleLineId: number): number {
    return this.links.find((link) => link.saleLineId === saleLineId)?.quantity ?? 0;
  }

  tick(saleLineId: number, on: boolean): void {
    const others = this.ticked.filter((one) => one !== saleLineId);
    this.#ticked = on ? [...others, saleLineId] : others;
  }

  /** Looks a sale up that was not suggested. */
  async name(text: string): Promise<void> {
    const answer = await this.#ask('sales.get', { number: text.trim() });
    this.numberProblem = answer.trouble && troubleSentence(answer.trouble);
    if (!answer.ok) return;
    const lines = suggestionsOf(answer.ok, this.item);
    if (lines.length === 0) {
      this.numberProblem = t('imports.match-none-of', { number: answer.ok.number, sku: this.item.sku });
      return;
    }
    this.named = lines;
    this.number = '';
    this.#ticked = lines.slice(0, 1).map(({ saleLineId }) => saleLineId);
  }

  /** What to send; nothing while some of the line has no place. */
  toInput(): Omit<Input<'imports.match'>, 'id'> | undefined {
    this.tried = true;
    return this.left > 0 ? undefined : { returnLineId: this.item.returnLineId, links: this.links };
  }

  #best(): number[] {
    let leftMilli: number = toMilli(this.item.quantity);
    const best: number[] = [];
    for (const { saleLineId, returnableQuantity } of this.candidates) {
      if (leftMilli <= 0) break;
      best.push(saleLineId);
      leftMilli -= toMilli(returnableQuantity);
    }
    return best;
  }
}

/** The lines of a sale that the item may be of and that can still come back. */
function suggestionsOf(sale: Sale, { sku }: UnmatchedItem): Suggestion[] {
  const customer = sale.customer?.name ?? sale.customer?.code;
  return sale.lines
    .filter((line) => line.sku === sku && line.returnableQuantity > 0)
    .map(({ saleLineId, returnableQuantity, paidCents }) => ({
      saleLineId,
      number: sale.number,
      day: dayOfInstant(Date.parse(sale.soldAt), language.timeZone),
      ...(customer && { customer }),
      returnableQuantity,
      paidCents,
      because: ['same-item'],
    }));
}
