import type { Product } from '../../../contract/api/catalog.ts';
import type { Output } from '../../../contract/api.ts';
import { t } from '../../i18n/index.ts';
import { Intent } from '../../state/intent.ts';
import { ask, refusedWith, type Trouble } from '../../state/shop.svelte.ts';
import { itemsMeantBy } from '../products/find-item.ts';

export type CountedLine = Output<'stocktakes.count'>['lines'][number];
type Mode = 'add' | 'set';
type Heard = (heard: 'good' | 'wrong') => void;

/** Counts by scanner: each scan is noted one after the other, however fast they come, and none is lost while the shop answers. */
export class CountDesk {
  text = $state('');
  /** A scan takes one back, until the next one. */
  minus = $state(false);
  /** What was counted last. */
  last = $state.raw<CountedLine>();
  /** Counts the notes, so that the same item twice flashes twice. */
  times = $state(0);
  problem = $state<string>();
  trouble = $state.raw<Trouble>();
  choices = $state.raw<readonly Product[]>([]);
  /** Scans that the shop has not noted yet. */
  waiting = $state(0);
  readonly #number: string;
  readonly #heard: Heard;
  readonly #ask: typeof ask;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(number: string, heard: Heard, askShop: typeof ask = ask) {
    this.#number = number;
    this.#heard = heard;
    this.#ask = askShop;
  }

  /** One more, or one less, of what carries this code. */
  scan(code: string): Promise<void> {
    const by = this.minus ? -1 : 1;
    return this.#after(async () => {
      const [only, second] = await itemsMeantBy(this.#ask, code.trim());
      if (only && !second) await this.#note(only.product, by, 'add');
      else if (second) this.choices = await this.#namesOf(code);
      else this.#refuse(t('stocktakes.none-known', { code }));
    });
  }

  /** One more, or one less, of what was chosen among several. */
  choose(product: Product): Promise<void> {
    const by = this.minus ? -1 : 1;
    return this.#after(() => this.#note(product, by, 'add'));
  }

  /** So many, as somebody typed. */
  set(item: { readonly sku: string; readonly name: string }, quantity: number): Promise<void> {
    return this.#after(() => this.#note(item, quantity, 'set'));
  }

  async #namesOf(code: string): Promise<readonly Product[]> {
    return (await itemsMeantBy(this.#ask, code.trim())).map(({ product }) => product);
  }

  #after(work: () => Promise<void>): Promise<void> {
    this.waiting += 1;
    const done = this.#queue.then(work).finally(() => {
      this.waiting -= 1;
    });
    this.#queue = done;
    return done;
  }

  async #note(item: { readonly sku: string; readonly name: string }, quantity: number, mode: Mode): Promise<void> {
    const { id } = new Intent();
    const lines = [{ sku: item.sku, quantity, mode }];
    const answer = await this.#ask('stocktakes.count', { id, number: this.#number, lines });
    const isOutside = refusedWith(answer.trouble as Trouble | undefined, 'not-in-scope') !== undefined;
    this.trouble = isOutside ? undefined : (answer.trouble as Trouble | undefined);
    const [line] = answer.ok?.lines ?? [];
    if (!line) {
      this.#refuse(isOutside ? t('stocktakes.not-in-scope', { name: item.name }) : undefined);
      return;
    }
    this.text = '';
    this.minus = false;
    this.choices = [];
    this.problem = undefined;
    this.last = line;
    this.times += 1;
    this.#heard('good');
  }

  #refuse(problem: string | undefined): void {
    this.problem = problem;
    this.#heard('wrong');
  }
}
