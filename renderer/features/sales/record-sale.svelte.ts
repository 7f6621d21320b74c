import type { Input } from '../../../contract/api.ts';
import { addDays } from '../../../contract/values/days.ts';
import { asPriceE4, formatPrice } from '../../../contract/values/money.ts';
import { language, show, t } from '../../i18n/index.ts';
import { dayOfInstant } from '../../i18n/times.ts';
import { Intent } from '../../state/intent.ts';
import { ask, misfitAt, refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';
import { isPhone } from '../customers/typed-customer.ts';
import { isNamedBy } from '../products/find-item.ts';
import { PaidIn, type PaidInContent } from '../settlement/paid-in.svelte.ts';
import { type SaleLineContent, SaleLineEntry } from './sale-line.svelte.ts';

export type SaleContent = {
  readonly number: string;
  readonly day: string;
  readonly customer: string;
  readonly lines: readonly SaleLineContent[];
} & Omit<PaidInContent, 'codes'> & { readonly codes?: readonly string[] };

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
  readonly #ask: typeof ask;
  /** Scans come faster than answers: each waits for the one before. */
  #scanned: Promise<void> = Promise.resolve();
  #intent = new Intent();

  constructor(askShop: typeof ask = ask) {
    this.#ask = askShop;
  }

  totalCents = $derived(this.lines.reduce((sum, { cents = 0 }) => sum + cents, 0));
  /** Lines that hold something; one there must be. */
  filled = $derived(this.lines.filter((line, index) => index === 0 || !line.isBlank));

  addLine(): void {
    this.lines.push(new SaleLineEntry());
  }

  removeLine(at: number): void {
    this.lines.splice(at, 1);
    if (this.lines.length === 0) this.addLine();
  }

  /** A scanned item or unit: one more of it, or a line of its own with name and price. What nobody knows is made with the sale. */
  scan(code: string): Promise<void> {
    this.#scanned = this.#scanned.then(() => this.#take(code));
    return this.#scanned;
  }

  async #take(code: string): Promise<void> {
    const found = (await this.#ask('catalog.byCode', { code })).ok;
    const sku = found?.sku ?? code;
    const serial = found && !isNamedBy(found, code) ? code : undefined;
    const line = this.lines.find((other) => other.sku.trim() === sku) ?? this.#freeLine();
    if (line.sku.trim() === '') line.quantity = 0;
    line.sku = sku;
    if (found) line.fill(found);
    else line.isNew = true;
    line.addOne(serial);
  }

  #freeLine(): SaleLineEntry {
    const blank = this.lines.find(({ isBlank }) => isBlank);
    if (!blank) this.addLine();
    return blank ?? (this.lines.at(-1) as SaleLineEntry);
  }

  /** A typed code: its item gives name and price; a barcode stands for it. */
  async look(line: SaleLineEntry): Promise<void> {
    const code = line.sku.trim();
    if (!code) return;
    const found = (await this.#ask('catalog.byCode', { code })).ok;
    if (line.sku.trim() !== code) return;
    if (found && isNamedBy(found, code)) line.fill(found);
    else line.isNew = !found;
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
    const answer = await this.#ask('sales.record', this.#input());
    this.busy = false;
    this.trouble = answer.trouble;
    if (!answer.ok) return undefined;
    this.#intent.done();
    await this.#priceNewItems();
    return answer.ok;
  }

  /** What was new came to be with the sale, by its name; what it costs is said of it for the next time. */
  async #priceNewItems(): Promise<void> {
    for (const { sku, priceE4 } of this.filled.filter(({ isNew }) => isNew)) {
      if (priceE4 === undefined) continue;
      const price = formatPrice(asPriceE4(priceE4), 0);
      await this.#ask('catalog.saveProduct', { id: new Intent().id, sku: sku.trim(), price });
    }
  }

  #input(): Input<'sales.record'> {
    const number = this.number.trim();
    const customer = this.customer.trim();
    return {
      id: this.#intent.id,
      ...(number && { number }),
      ...(customer && { customer: isPhone(customer) ? { phone: customer } : customer }),
      ...(this.day !== show.today() && { soldAt: noonOf(this.day, language.timeZone) }),
      lines: this.filled.map((line) => line.toInput()),
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
      lines: this.lines.map((line) => line.content),
      ...this.paidIn.content,
    };
  }

  restore({ number, day, customer, lines, ...paidIn }: SaleContent): void {
    Object.assign(this, { number, day, customer });
    this.lines = lines.map((line) => SaleLineEntry.restored(line));
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
