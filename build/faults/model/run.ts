import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../../contract/api/settings.ts';
import { inThisThread } from '../../../fixtures/care.ts';
import { backUp } from '../../../shop/care/backup.ts';
import { verify } from '../../../shop/care/verify.ts';
import { type Shop, startShop } from '../../../shop/start.ts';
import { type Random, randomOf } from '../random.ts';
import { Difference, fingerprintOf, mustEqual, withoutFingerprints } from './compare/answers.ts';
import { FileReader } from './compare/state.ts';
import { chooseDeed, type Deed } from './history/choose.ts';
import { Clock } from './history/clock.ts';
import { copyOf, emptyBooks, type Facts } from './rules/books.ts';
import { type Asked, momentOf, perform } from './rules/perform.ts';
import { viewQuote, viewReturn, viewSale } from './rules/view.ts';

/** 20 October 2026, ten in the morning in Shanghai. */
const start = Date.UTC(2026, 9, 20, 2);
const founding: Partial<Settings> = {
  shopName: 'Model shop',
  currency: 'CNY',
  locale: 'en',
  timeZone: 'Asia/Shanghai',
  chart: 'small-business-cn',
  openingDay: '2026-01-01',
};

type Answered = { readonly ok?: unknown; readonly refused?: { readonly code: string } };

export type HistoryOptions = {
  readonly seed: number;
  readonly actions: number;
  /** Where its folder is made. */
  readonly room: string;
  /** The whole state is compared after so many actions. */
  readonly wholeEvery?: number;
};

/** What a history came to: how often each thing was done or refused, and where the shop and the model parted, if they did. */
export type HistoryEnd = { readonly counts: ReadonlyMap<string, number>; readonly difference?: string };

/** One random history in the real shop and in the model, compared after every action. */
export async function runHistory(options: HistoryOptions): Promise<HistoryEnd> {
  const folder = mkdtempSync(join(options.room, 'backshelf-model-'));
  const history = new History(folder, options);
  try {
    await history.run(options.actions);
    return { counts: history.counts };
  } catch (error) {
    const text =
      error instanceof Difference ? error.message : error instanceof Error ? (error.stack ?? '') : String(error);
    return { counts: history.counts, difference: `${history.where()}\n${text}` };
  } finally {
    await history.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

class History {
  readonly #folder: string;
  readonly #random: Random;
  readonly #clock = new Clock(start);
  readonly #wholeEvery: number;
  readonly #seed: number;
  readonly #sent: Asked[] = [];
  readonly #backups: { path: string; books: Facts }[] = [];
  readonly counts = new Map<string, number>();
  #shop: Shop;
  #file: FileReader;
  #books: Facts;
  #done = 0;
  #deed: Deed | undefined;

  constructor(folder: string, { seed, wholeEvery = 50 }: HistoryOptions) {
    this.#folder = folder;
    this.#seed = seed;
    this.#random = randomOf(seed);
    this.#wholeEvery = wholeEvery;
    this.#shop = startShop({ folder, clock: () => this.#clock.ms });
    this.#file = new FileReader(folder);
    this.#books = emptyBooks({} as Settings);
  }

  where(): string {
    const { now } = this.#clock;
    return `--seed ${this.#seed} --actions ${this.#done} at ${now}: ${JSON.stringify(this.#deed)}`;
  }

  async run(actions: number): Promise<void> {
    const { ok } = await this.#call('settings.get', {});
    this.#books = emptyBooks(ok as Settings);
    await this.#ask({ name: 'settings.set', input: founding });
    while (this.#done < actions) {
      this.#clock.goOn(this.#random);
      this.#deed = chooseDeed({ random: this.#random, books: this.#books, now: this.#clock.now, sent: this.#sent });
      this.#done += 1;
      await this.#do(this.#deed);
      if (this.#done % this.#wholeEvery === 0) await this.#compareWhole(5);
    }
    await this.#compareWhole(Number.POSITIVE_INFINITY);
    await this.#verify();
  }

  async #do(deed: Deed): Promise<void> {
    switch (deed.do) {
      case 'ask':
      case 'ask-twice':
        if (deed.asked.name === 'care.confirmClock') this.#clock.confirm();
        this.#sent.push(deed.asked);
        return this.#ask(deed.asked, deed.do === 'ask-twice');
      case 'ask-nonsense': {
        const answer = await this.#call(deed.name, deed.input);
        this.#count('nonsense');
        if (!('invalid' in answer)) throw new Difference('nonsense was taken', { shop: answer, model: 'invalid' });
        return this.#file.compareFacts(this.#books);
      }
      case 'restart':
        this.#count('restart');
        return this.#restart();
      case 'back-up':
        this.#count('back-up');
        return this.#backUp();
      case 'restore':
        return this.#restore();
    }
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  #call(name: string, input: unknown): Promise<Answered> {
    const doing = { signal: new AbortController().signal, onProgress: () => undefined };
    return this.#shop.answer({ name, input }, doing) as Promise<Answered>;
  }

  /** Does it in both. Twice at once is one action with one answer, unless it has no id to know it by. */
  async #ask(asked: Asked, twice = false): Promise<void> {
    const known = asked.input.id !== undefined && this.#books.events.some(({ id }) => id === asked.input.id);
    const asking = [this.#call(asked.name, asked.input)];
    if (twice && asked.input.id !== undefined) asking.push(this.#call(asked.name, asked.input));
    const answers = await Promise.all(asking);
    const expected = perform(this.#books, asked, this.#clock.now);
    for (const answer of answers)
      mustEqual(`the answer of ${asked.name}`, { shop: withoutFingerprints(answer), model: expected });
    this.#count('refused' in expected ? `${asked.name} ${expected.refused.code}` : known ? 'again' : asked.name);
    this.#file.compareFacts(this.#books);
    const fingerprint = fingerprintOf(answers[0] ?? {});
    if (fingerprint !== undefined && !known)
      mustEqual('the fingerprint of the answer', { shop: fingerprint, model: this.#file.head() });
    if ('ok' in expected && !known) await this.#compareTouched(asked, expected.ok);
  }

  /** The return, the sale and the items that an action was about. */
  async #compareTouched({ name, input }: Asked, result: unknown): Promise<void> {
    const books = this.#books;
    const paid = isTakeBack(name) ? books.payouts.find(({ number }) => number === input.payoutNumber) : undefined;
    const { returnId = paid?.note.returnId ?? input.returnId, saleId } = { ...(result as Record<string, number>) };
    const { returnId: inView } = ((result as { return?: { returnId?: number } }).return ?? {}) as { returnId?: number };
    const found = books.returns[Number(inView ?? returnId) - 1];
    if (found) {
      if (name === 'returns.open' || isTakeBack(name)) await this.#compareReturn(found.id);
      if (this.#random.percent(30)) await this.#compareQuote(found.id);
      this.#file.compareSums(books, [...new Set(found.lines.map(({ sku }) => sku))]);
    }
    const sale = found?.sale ?? books.sales[Number(saleId) - 1];
    if (sale) await this.#compareSale(sale.id);
    if (name === 'stock.setCost') this.#file.compareSums(books, [String(input.sku)]);
  }

  async #compareReturn(returnId: number): Promise<void> {
    const found = this.#books.returns[returnId - 1];
    const answer = withoutFingerprints(await this.#call('returns.get', { returnId }));
    mustEqual(`return ${returnId}`, { shop: answer, model: { ok: found && viewReturn(this.#books, found) } });
  }

  async #compareQuote(returnId: number): Promise<void> {
    const found = this.#books.returns[returnId - 1];
    const answer = await this.#call('refunds.quote', { returnId });
    const moment = momentOf(this.#books, this.#clock.now);
    mustEqual(`the quote of return ${returnId}`, { shop: answer, model: { ok: found && viewQuote(moment, found) } });
  }

  async #compareSale(saleId: number): Promise<void> {
    const found = this.#books.sales[saleId - 1];
    const answer = await this.#call('sales.get', { saleId });
    mustEqual(`sale ${saleId}`, { shop: answer, model: { ok: found && viewSale(this.#books, found) } });
  }

  async #compareWhole(atMost: number): Promise<void> {
    this.#file.compareFacts(this.#books);
    this.#file.compareSums(this.#books);
    const settings = await this.#call('settings.get', {});
    mustEqual('the settings', { shop: settings.ok, model: momentOf(this.#books, this.#clock.now).settings });
    for (const { id } of this.#some(this.#books.returns, atMost)) {
      await this.#compareReturn(id);
      await this.#compareQuote(id);
    }
    for (const { id } of this.#some(this.#books.sales, atMost)) await this.#compareSale(id);
    const { ok } = await this.#call('care.health', {});
    const { events, ledgersAgree } = ok as { events: number; ledgersAgree: boolean };
    mustEqual('the health', {
      shop: { events, ledgersAgree },
      model: { events: this.#books.events.length, ledgersAgree: true },
    });
  }

  #some<Row>(rows: readonly Row[], atMost: number): readonly Row[] {
    if (rows.length <= atMost) return rows;
    return Array.from({ length: atMost }, () => this.#random.pick(rows));
  }

  async #restart(): Promise<void> {
    this.#file.close();
    await this.#shop.close();
    this.#shop = startShop({ folder: this.#folder, clock: () => this.#clock.ms });
    this.#file = new FileReader(this.#folder);
    this.#file.compareFacts(this.#books);
  }

  async #backUp(): Promise<void> {
    // Its worker takes as long to start as a hundred actions, so the shop's own one is used now and then only.
    const { path } = this.#random.percent(10)
      ? ((await this.#call('care.backup', {})).ok as { path: string })
      : await inThisThread(this.#folder, (context) => backUp(context, {}));
    this.#backups.push({ path, books: copyOf(this.#books) });
  }

  async #restore(): Promise<void> {}

  async #verify(): Promise<void> {
    const { ok, checks } = await inThisThread(this.#folder, (context) => verify(context, {}));
    if (!ok) throw new Difference('care.verify', { shop: checks.filter((check) => !check.ok), model: 'all is well' });
  }

  async close(): Promise<void> {
    this.#file.close();
    await this.#shop.close();
  }
}

/** Their answer is a number alone. */
function isTakeBack(name: string): boolean {
  return name === 'refunds.void' || name === 'refunds.correct';
}
