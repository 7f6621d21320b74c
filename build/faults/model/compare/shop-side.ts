import { inThisThread } from '../../../../fixtures/care.ts';
import { backUp } from '../../../../shop/care/backup.ts';
import { verify } from '../../../../shop/care/verify.ts';
import { type Shop, startShop } from '../../../../shop/start.ts';
import { Difference } from './answers.ts';
import { FileReader } from './file-reader.ts';

export type Answered = {
  readonly ok?: unknown;
  readonly refused?: { readonly code: string };
  readonly invalid?: unknown;
};

/** The real shop of a history, on its real file. */
export class ShopSide {
  readonly #folder: string;
  readonly #clock: () => number;
  #shop: Shop;
  /** The file as it lies on the disk, read beside the shop. */
  file: FileReader;

  constructor(folder: string, clock: () => number) {
    this.#folder = folder;
    this.#clock = clock;
    this.#shop = startShop({ folder, clock });
    this.file = new FileReader(folder);
  }

  call(name: string, input: unknown): Promise<Answered> {
    const doing = { signal: new AbortController().signal, onProgress: () => undefined };
    return this.#shop.answer({ name, input }, doing) as Promise<Answered>;
  }

  async restart(): Promise<void> {
    await this.close();
    this.#shop = startShop({ folder: this.#folder, clock: this.#clock });
    this.file = new FileReader(this.#folder);
  }

  /** The file is another one now. */
  readAnew(): void {
    this.file.close();
    this.file = new FileReader(this.#folder);
  }

  /** Gives the path. A worker takes as long to start as a hundred actions, so it mostly happens here. */
  async backUp({ inWorker }: { inWorker: boolean }): Promise<string> {
    if (!inWorker) return (await inThisThread(this.#folder, (context) => backUp(context, {}))).path;
    const { ok } = await this.call('care.backup', {});
    if (ok === undefined) throw new Difference('the backup', { shop: 'refused', model: 'done' });
    return (ok as { path: string }).path;
  }

  async verify(): Promise<void> {
    const { ok, checks } = await inThisThread(this.#folder, (context) => verify(context, {}));
    if (!ok) throw new Difference('care.verify', { shop: checks.filter((check) => !check.ok), model: 'all is well' });
  }

  async close(): Promise<void> {
    this.file.close();
    await this.#shop.close();
  }
}
