import type { Input } from '../../../contract/api.ts';
import { addDays } from '../../../contract/values/days.ts';
import { amountAt, asPriceE4, currencyDigits, formatPrice } from '../../../contract/values/money.ts';
import { toMilli } from '../../../contract/values/quantity.ts';
import { language, show, t } from '../../i18n/index.ts';
import { dayOfInstant } from '../../i18n/times.ts';
import { Intent } from '../../state/intent.ts';
import { ask, misfitAt, refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';
import { isPhone } from '../customers/typed-customer.ts';
import { PaidIn, type PaidInContent } from '../settlement/paid-in.svelte.ts';

type LineContent = { sku: string; name: string; quantity?: number; priceE4?: number; paidCents?: number };
export type SaleContent = {
  readonly number: string;
  readonly day: string;
  readonly customer: string;
  readonly lines: readonly LineContent[];
} & Omit<PaidInContent, 'codes'> & { readonly codes?: readonly string[] };

/** One line as it is typed. */
export class SaleLineEntry {
  sku = $state('');
  name = $state('');
  quantity = $state<number | undefined>(1);
  /** In ten-thousandths. */
  priceE4 = $state<number>();
  /** What was really paid for the line; price × quantity when left empty. */
  paidCents = $state<number>();

  /** What the line comes to; nothing while it cannot be told. */
  get cents(): number | undefined {
    if (this.paidCents !== undefined) return this.paidCents;
    if (this.priceE4 === undefined || this.quantity === undefined) return undefined;
    return amountAt(this.priceE4, toMilli(this.quantity), currencyDigits(language.currency));
  }

  get isBlank(): boolean {
    return !this.sku.trim() && !this.name.trim() && this.priceE4 === undefined && this.paidCents === undefined;
  }
}

/** A sale that is typed in, because there is no file it could come from. */
export class RecordSaleForm {
  number = $state('');
  day = $state(show.today());
  customer = $state('');
  lines = $state<SaleLineEntry[]>([new SaleLineEntry()]);
  tried = $state(false);
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  readonly paidIn = new PaidIn(() => this.totalCents);
  #intent = new Intent();

  totalCents = $derived(this.lines.reduce((sum, { cents = 0 }) => sum + cents, 0));
  /** Lines that hold something; one there must be. */
  filled = $derived(this.lines.filter((line, index) => index === 0 || !line.isBlank));

  addLine(sku = ''): void {
    const line = new SaleLineEntry();
    line.sku = sku;
    this.lines.push(line);
  }

  removeLine(at: number): void {
    this.lines.splice(at, 1);
    if (this.lines.length === 0) this.addLine();
  }

  /** A scanned item: one more of it, or a line of its own. */
  scan(code: string): void {
    const same = this.lines.find(({ sku }) => sku === code);
    const blank = this.lines.find(({ sku }) => sku.trim() === '');
    if (same) same.quantity = (same.quantity ?? 0) + 1;
    else if (blank) blank.sku = code;
    else this.addLine(code);
  }

  /** What is missing in a field of a line, once saving was tried; else what the shop said of it. */
  lineError(line: SaleLineEntry, field: 'sku' | 'quantity' | 'unitPrice' | 'paidCents' | 'name'): string | undefined {
    const index = this.filled.indexOf(line);
    if (index < 0) return undefined;
    const missing = { sku: !line.sku.trim(), quantity: !line.quantity, unitPrice: line.priceE4 === undefined };
    if (this.tried && field in missing && missing[field as keyof typeof missing]) return t('ui.fill-in');
    const short = refusedWith(this.trouble, 'not-enough-stock');
    if (short && field === 'quantity' && short.sku === line.sku.trim()) return this.#sentence();
    return misfitAt(this.trouble, `lines.${index}.${field}`);
  }

  get numberError(): string | undefined {
    return refusedWith(this.trouble, 'number-used') ? this.#sentence() : misfitAt(this.trouble, 'number');
  }

  get dayError(): string | undefined {
    if (this.tried && !isDayUpTo(this.day, show.today())) return t('sales.new-bad-day');
    const late = refusedWith(this.trouble, 'day-in-future') ?? refusedWith(this.trouble, 'month-closed');
    return late ? this.#sentence() : misfitAt(this.trouble, 'soldAt');
  }

  get tendersError(): string | undefined {
    if (refusedWith(this.trouble, 'tenders-not-total')) return this.#sentence();
    return misfitAt(this.trouble, 'tenders');
  }

  /** What is wrong with the codes of the store credit it is paid with. */
  get codesError(): string | undefined {
    if (this.tried && this.paidIn.codeMissing) return t('settlement.need-code');
    const refused = (['no-such-credit', 'credit-expired', 'over-credit-balance'] as const).some((code) =>
      refusedWith(this.trouble, code),
    );
    return refused ? this.#sentence() : misfitAt(this.trouble, 'storeCredits');
  }

  #sentence(): string | undefined {
    return this.trouble && troubleSentence(this.trouble);
  }

  get isComplete(): boolean {
    const lines = this.filled.every((line) => line.sku.trim() && line.quantity && line.priceE4 !== undefined);
    return (
      lines && this.paidIn.split.missingCents === 0 && !this.paidIn.codeMissing && isDayUpTo(this.day, show.today())
    );
  }

  /** Saves; gives the sale's id and number, or nothing, and then the fields say why. */
  async save(): Promise<{ saleId: number; number: string } | undefined> {
    this.tried = true;
    if (this.busy || !this.isComplete) return undefined;
    this.busy = true;
    const answer = await ask('sales.record', this.#input());
    this.busy = false;
    this.trouble = answer.trouble;
    if (answer.ok) this.#intent.done();
    return answer.ok;
  }

  #input(): Input<'sales.record'> {
    const number = this.number.trim();
    const customer = this.customer.trim();
    return {
      id: this.#intent.id,
      ...(number && { number }),
      ...(customer && { customer: isPhone(customer) ? { phone: customer } : customer }),
      ...(this.day !== show.today() && { soldAt: noonOf(this.day, language.timeZone) }),
      lines: this.filled.map((line) => ({
        sku: line.sku.trim(),
        ...(line.name.trim() && { name: line.name.trim() }),
        quantity: line.quantity ?? 0,
        unitPrice: formatPrice(asPriceE4(line.priceE4 ?? 0)),
        ...(line.paidCents !== undefined && { paidCents: line.paidCents }),
      })),
      ...this.paidIn.toInput(),
    };
  }

  /** For the draft; nothing while nothing was typed. */
  get content(): SaleContent | undefined {
    if (this.lines.every(({ isBlank }) => isBlank)) return undefined;
    return {
      number: this.number,
      day: this.day,
      customer: this.customer,
      lines: this.lines.map(({ sku, name, quantity, priceE4, paidCents }) => ({
        sku,
        name,
        ...(quantity !== undefined && { quantity }),
        ...(priceE4 !== undefined && { priceE4 }),
        ...(paidCents !== undefined && { paidCents }),
      })),
      ...this.paidIn.content,
    };
  }

  restore({ number, day, customer, lines, ...paidIn }: SaleContent): void {
    Object.assign(this, { number, day, customer });
    this.lines = lines.map((line) => Object.assign(new SaleLineEntry(), { quantity: undefined }, line));
    this.paidIn.restore(paidIn);
  }
}

function isDayUpTo(day: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= today;
}

/** An instant that lies on that day in the shop's time zone, as near to noon as can be told without its offset. */
export function noonOf(day: string, timeZone: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const there = dayOfInstant(noon, timeZone);
  const shiftMs = there === addDays(day, 1) ? -12 * 3_600_000 : 0;
  return new Date(noon + shiftMs).toISOString();
}
