import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../../contract/api/settings.ts';
import { type Random, randomOf } from '../random.ts';
import { Difference, fingerprintOf, mustEqual, withoutFingerprints } from './compare/answers.ts';
import { compareTouched, compareWhole, type Sides } from './compare/looks.ts';
import { ShopSide } from './compare/shop-side.ts';
import { chooseDeed, type Deed } from './history/choose.ts';
import { Clock } from './history/clock.ts';
import { copyOf, emptyBooks, type Facts } from './rules/books.ts';
import { type Asked, perform } from './rules/perform.ts';
import { restore } from './rules/restore.ts';

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

/** The whole state is compared after so many actions. */
const wholeEvery = 50;

export type HistoryOptions = {
  readonly seed: number;
  readonly actions: number;
  /** Where its folder is made. */
  readonly room: string;
};

/** What a history came to: how often each thing was done or refused, and where the shop and the model parted, if they did. */
export type HistoryEnd = { readonly counts: ReadonlyMap<string, number>; readonly difference?: string };

/** One random history in the real shop and in the model, compared after every action. */
export async function runHistory(options: HistoryOptions): Promise<HistoryEnd> {
  const folder = mkdtempSync(join(options.room, 'backshelf-model-'));
  const history = new History(folder, options.seed);
  try {
    await history.run(options.actions);
    return { counts: history.counts };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = error instanceof Difference ? error.message : stack;
    return { counts: history.counts, difference: `${history.where()}\n${text}` };
  } finally {
    await history.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

class History {
  readonly #seed: number;
  readonly #random: Random;
  readonly #clock = new Clock(start);
  readonly #shop: ShopSide;
  readonly #sent: Asked[] = [];
  readonly #backups: { path: string; books: Facts }[] = [];
  readonly counts = new Map<string, number>();
  #books: Facts = emptyBooks({} as Settings);
  #done = 0;
  #deed: Deed | undefined;

  constructor(folder: string, seed: number) {
    this.#seed = seed;
    this.#random = randomOf(seed);
    this.#shop = new ShopSide(folder, () => this.#clock.ms);
  }

  /** With these numbers it comes here again. */
  where(): string {
    return `--actions ${this.#done} --seed ${this.#seed} (${this.#clock.now})\n${JSON.stringify(this.#deed)}`;
  }

  close(): Promise<void> {
    return this.#shop.close();
  }

  get #sides(): Sides {
    return { shop: this.#shop, books: this.#books, now: this.#clock.now, random: this.#random };
  }

  async run(actions: number): Promise<void> {
    const { ok } = await this.#shop.call('settings.get', {});
    this.#books = emptyBooks(ok as Settings);
    await this.#ask({ name: 'settings.set', input: founding });
    while (this.#done < actions) {
      this.#clock.goOn(this.#random);
      this.#deed = chooseDeed({ ...this.#sides, sent: this.#sent });
      this.#done += 1;
      await this.#do(this.#deed);
      if (this.#done % wholeEvery === 0) await compareWhole(this.#sides, 5);
    }
    await compareWhole(this.#sides, Number.POSITIVE_INFINITY);
    await this.#shop.verify();
  }

  async #do(deed: Deed): Promise<void> {
    switch (deed.do) {
      case 'ask':
      case 'ask-twice':
        if (deed.asked.name === 'care.confirmClock') this.#clock.confirm();
        this.#sent.push(deed.asked);
        return this.#ask(deed.asked, deed.do === 'ask-twice');
      case 'ask-nonsense':
        return this.#askNonsense(deed);
      case 'restart':
        await this.#shop.restart();
        break;
      case 'back-up': {
        const path = await this.#shop.backUp({ inWorker: this.#random.percent(10) });
        this.#backups.push({ path, books: copyOf(this.#books) });
        break;
      }
      case 'restore':
        return this.#restore();
    }
    this.#count(deed.do);
    this.#shop.file.compareFacts(this.#books);
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  /** Does it in both. Twice at once is one action with one answer, unless it has no id to know it by. */
  async #ask(asked: Asked, twice = false): Promise<void> {
    const known = asked.input.id !== undefined && this.#books.events.some(({ id }) => id === asked.input.id);
    const asking = [this.#shop.call(asked.name, asked.input)];
    if (twice && asked.input.id !== undefined) asking.push(this.#shop.call(asked.name, asked.input));
    const answers = await Promise.all(asking);
    const expected = perform(this.#books, asked, this.#clock.now);
    for (const answer of answers)
      mustEqual(`the answer of ${asked.name}`, { shop: withoutFingerprints(answer), model: expected });
    this.#count('refused' in expected ? `${asked.name} ${expected.refused.code}` : known ? 'again' : asked.name);
    this.#shop.file.compareFacts(this.#books);
    const fingerprint = fingerprintOf(answers[0] ?? {});
    if (fingerprint !== undefined && !known)
      mustEqual('the fingerprint of the answer', { shop: fingerprint, model: this.#shop.file.head() });
    if ('ok' in expected && !known) await compareTouched(this.#sides, asked, expected.ok);
  }

  async #askNonsense({ name, input }: { name: string; input: unknown }): Promise<void> {
    this.#count('nonsense');
    const answer = await this.#shop.call(name, input);
    if (!('invalid' in answer)) throw new Difference('nonsense was taken', { shop: answer, model: 'invalid' });
    this.#shop.file.compareFacts(this.#books);
  }

  /** Goes back to an earlier backup, or to what an earlier restore moved aside. What was done since is as if it had never been. */
  async #restore(): Promise<void> {
    const backup = this.#backups.length > 0 ? this.#random.pick(this.#backups) : undefined;
    if (!backup) return;
    const used = this.#books.events.at(-1)?.id ?? this.#random.uuid();
    const input = { id: this.#random.percent(90) ? this.#random.uuid() : used, path: backup.path };
    const answer = await this.#shop.call('care.restore', input);
    const before = this.#books;
    const { answer: expected, books } = restore(before, backup.books, { input, now: this.#clock.now });
    mustEqual('the answer of care.restore', { shop: withoutFingerprints(answer), model: expected });
    this.#count('refused' in expected ? `restore ${expected.refused.code}` : 'restore');
    this.#books = books;
    this.#shop.readAnew();
    await compareWhole(this.#sides, 5);
    const { movedTo } = (answer.ok as { lost?: { movedTo?: string } } | undefined)?.lost ?? {};
    if (movedTo !== undefined) this.#backups.push({ path: movedTo, books: before });
  }
}
