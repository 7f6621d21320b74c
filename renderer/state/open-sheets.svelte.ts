import { untrack } from 'svelte';

/** The sheets that are open, the newest last: what is asked in the middle of one is asked in it. */
class OpenSheets {
  #ids = $state.raw<readonly string[]>([]);

  any = $derived(this.#ids.length > 0);

  /** Gives the way to take it away again. */
  add(id: string): () => void {
    this.#ids = [...untrack(() => this.#ids), id];
    return () => {
      this.#ids = untrack(() => this.#ids).filter((other) => other !== id);
    };
  }

  isTop(id: string): boolean {
    return this.#ids.at(-1) === id;
  }
}

export const openSheets = new OpenSheets();
