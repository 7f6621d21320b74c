/** Where drafts are kept: the shop's `drafts.save` and `drafts.load`. */
export type DraftStore = {
  /** Whether it is kept: not while the shop cannot be opened. */
  save(screen: string, content: string): Promise<boolean>;
  load(screen: string): Promise<string | undefined>;
};

const restMs = 400;
/** What could not be saved is tried again after this long, unless something newer is kept first. */
const againMs = 3000;

/**
 * What was typed on one screen and is not yet done. It is saved when typing rests, so that a crash loses nothing, and forgotten once
 * it is done. `screen` names the screen and what it is about: `counter`, `counter-17`.
 */
export class Draft<Content> {
  readonly #screen: string;
  readonly #store: DraftStore;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: string | undefined;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(screen: string, store: DraftStore) {
    this.#screen = screen;
    this.#store = store;
  }

  /** What was left here; nothing when there was no draft or it cannot be read. */
  async load(): Promise<Content | undefined> {
    const content = await this.#store.load(this.#screen);
    if (!content) return undefined;
    try {
      return JSON.parse(content) as Content;
    } catch {
      return undefined;
    }
  }

  /** Keeps this content once nothing new was kept for a moment. */
  keep(content: Content): void {
    this.#waiting = JSON.stringify(content);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), restMs);
  }

  /** Saves at once what waits: before leaving the screen. */
  flush(): Promise<unknown> {
    clearTimeout(this.#timer);
    const content = this.#waiting;
    this.#waiting = undefined;
    if (content !== undefined) this.#queue(content);
    return this.#saving;
  }

  /** The thing is done, or given up: nothing is left to come back to. */
  forget(): Promise<unknown> {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    this.#queue('');
    return this.#saving;
  }

  /** One after the other, so that an older save never overtakes a newer one. */
  #queue(content: string): void {
    this.#saving = this.#saving.then(async () => {
      if (!(await this.#store.save(this.#screen, content))) this.#tryAgain(content);
    });
  }

  #tryAgain(content: string): void {
    if (this.#waiting !== undefined) return;
    this.#waiting = content;
    this.#timer = setTimeout(() => void this.flush(), againMs);
  }
}
