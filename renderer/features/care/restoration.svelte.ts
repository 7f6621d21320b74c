import type { Backup } from '../../../contract/api/care.ts';
import type { Output } from '../../../contract/api.ts';
import { Intent } from '../../state/intent.ts';
import { Job } from '../../state/job.svelte.ts';
import { losesNothing } from './care-words.ts';

/** A backup to go back to: one that is listed, or a file of which nothing else is known. */
export type Chosen = { readonly path: string; readonly backup?: Backup };
export type Restored = Output<'care.restore'> & { readonly at: string | undefined };

/**
 * Going back to a backup, from choosing it to what came of it. It outlives the screen: the whole window is built anew once the shop's file
 * is another one.
 */
export class Restoration {
  readonly job = new Job('care.restore');
  chosen = $state.raw<Chosen>();
  /** The person has said that what is lost may be lost. */
  understood = $state(false);
  done = $state.raw<Restored>();
  readonly #whenDone: () => void;
  #intent = new Intent();

  /** `whenDone` leads to where the result is shown. */
  constructor(whenDone: () => void) {
    this.#whenDone = whenDone;
  }

  get ready(): boolean {
    return this.chosen !== undefined && this.understood && !this.job.running;
  }

  get losesNothing(): boolean {
    return this.chosen?.backup !== undefined && losesNothing(this.chosen.backup);
  }

  choose(chosen: Chosen): void {
    if (this.job.running) return;
    this.chosen = chosen;
    this.understood = false;
    this.job.trouble = undefined;
    // Another file is another action.
    this.#intent.done();
  }

  /** Turned back: nothing was done. */
  leave(): void {
    if (!this.job.running) this.chosen = undefined;
  }

  async restore(): Promise<void> {
    const { chosen } = this;
    if (!chosen || !this.ready) return;
    const restored = await this.job.run({ id: this.#intent.id, path: chosen.path });
    if (!restored) return;
    this.#intent.done();
    this.chosen = undefined;
    this.done = { ...restored, at: chosen.backup?.at };
    this.#whenDone();
  }

  dismiss(): void {
    this.done = undefined;
  }
}
