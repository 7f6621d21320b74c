import { amountAt, asPriceE4, currencyDigits, formatPrice } from '../../../contract/values/money.ts';
import { toMilli } from '../../../contract/values/quantity.ts';
import { language, show, t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';

/** The cost of one, for an item whose cost nobody knew. */
export class SetCost {
  unitCostE4 = $state<number>();
  readonly call = new ActionCall('stock.setCost');
  #tried = $state(false);
  readonly #sku: string;
  readonly #unknownQuantity: number;

  constructor(sku: string, unknownQuantity: number) {
    this.#sku = sku;
    this.#unknownQuantity = unknownQuantity;
  }

  get error(): string | undefined {
    return this.#tried && this.unitCostE4 === undefined ? t('stock.unit-cost-bad') : undefined;
  }

  /** What the units of unknown cost will be worth, before write-downs that waited. */
  get valueCents(): number | undefined {
    if (this.unitCostE4 === undefined) return undefined;
    return amountAt(this.unitCostE4, toMilli(this.#unknownQuantity), currencyDigits(language.currency));
  }

  /** Whether it is done. */
  async save(): Promise<boolean> {
    this.#tried = true;
    if (this.unitCostE4 === undefined) return false;
    const done = await this.call.run({ sku: this.#sku, unitCost: formatPrice(asPriceE4(this.unitCostE4), 0) });
    if (!done) return false;
    notices.say({ tone: 'good', text: t('stock.cost-set', { amount: show.money(done.revaluedCents) }) });
    return true;
  }
}
