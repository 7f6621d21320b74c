import type { StoreCredit } from '../../../contract/api/store-credit.ts';
import { ask, type Trouble } from '../../state/shop.svelte.ts';

type Ask = typeof ask;

/** One code a customer pays with, and what the shop says of it. */
export class CreditCode {
  code = $state('');
  credit = $state.raw<Pick<StoreCredit, 'code' | 'balanceCents' | 'standing' | 'expiresOn'>>();
  trouble = $state.raw<Trouble<'storeCredit.get'>>();

  get usableCents(): number {
    return this.credit?.standing === 'standing' ? this.credit.balanceCents : 0;
  }
}

/** The codes that pay a tender “store credit”, in the order in which they are used up. */
export class CreditCodes {
  rows = $state<CreditCode[]>([new CreditCode()]);
  readonly #ask: Ask;

  constructor(askShop: Ask = ask) {
    this.#ask = askShop;
  }

  /** What stands on all of them; nothing while none is known. */
  balanceCents = $derived.by(() => {
    if (this.rows.every(({ credit }) => !credit)) return undefined;
    return this.rows.reduce((sum, row) => sum + row.usableCents, 0);
  });

  /** Asks what stands on a code. Each code is asked for once. */
  async look(row: CreditCode): Promise<void> {
    const code = row.code.trim();
    if (!code || row.credit?.code === code) return;
    const answer = await this.#ask('storeCredit.get', { code });
    if (code !== row.code.trim()) return;
    row.trouble = answer.trouble;
    row.credit = answer.ok;
    if (answer.ok) row.code = answer.ok.code;
  }

  type(row: CreditCode, code: string): void {
    row.code = code;
    row.credit = undefined;
    row.trouble = undefined;
  }

  /** One more code; a row that is still empty takes it. */
  add(code = ''): CreditCode {
    const blank = this.rows.find((row) => row.code.trim() === '');
    const row = blank ?? new CreditCode();
    row.code = code;
    if (!blank) this.rows.push(row);
    return row;
  }

  remove(at: number): void {
    this.rows.splice(at, 1);
    if (this.rows.length === 0) this.rows.push(new CreditCode());
  }

  clear(): void {
    this.rows = [new CreditCode()];
  }

  /** An amount over the codes, each up to what stands on it; what nobody knows of takes what is left, and the shop says. */
  share(amountCents: number): { code: string; amountCents: number }[] {
    let restCents = amountCents;
    return this.rows.flatMap((row) => {
      const code = row.code.trim();
      const cents = row.credit ? Math.min(restCents, row.usableCents) : restCents;
      if (!code || cents <= 0) return [];
      restCents -= cents;
      return [{ code, amountCents: cents }];
    });
  }
}
