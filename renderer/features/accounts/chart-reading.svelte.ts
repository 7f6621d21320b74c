import { host } from '../../state/bridge.ts';
import { Job } from '../../state/job.svelte.ts';
import { refusedWith } from '../../state/shop.svelte.ts';

const extensions = ['csv', 'tsv', 'txt', 'xlsx'];

/** The accountant’s chart on its way in: a file, and which of its columns are codes and names where that cannot be guessed. */
export class ChartReading {
  readonly job = new Job('accounts.readChart');
  codeColumn = $state('');
  nameColumn = $state('');
  #path = '';

  /** The columns of a file in which no two could be guessed. */
  get columns(): readonly string[] | undefined {
    return this.job.trouble && refusedWith(this.job.trouble, 'not-a-chart')?.columns;
  }

  async choose(): Promise<void> {
    if (this.job.running) return;
    const path = await host().pickFile({ extensions });
    if (path === undefined) return;
    this.#path = path;
    await this.#read({});
  }

  async readColumns(): Promise<void> {
    const { codeColumn, nameColumn } = this;
    await this.#read({ codeColumn, nameColumn });
  }

  async #read(wish: { readonly codeColumn?: string; readonly nameColumn?: string }): Promise<void> {
    await this.job.run({ id: crypto.randomUUID(), path: this.#path, ...wish });
    const [first = '', second = ''] = this.columns ?? [];
    this.codeColumn = first;
    this.nameColumn = second;
  }
}
