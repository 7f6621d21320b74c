/**
 * What a person means to do once. Its id stays the same through every retry until the shop has said that it is done, so that double
 * clicks, a lost connection and a second Enter cannot do it twice (DESIGN §6 rule 12).
 */
export class Intent {
  #id: string;
  readonly #newId: () => string;

  constructor(newId: () => string = () => crypto.randomUUID()) {
    this.#newId = newId;
    this.#id = newId();
  }

  /** For the `id` of the action. */
  get id(): string {
    return this.#id;
  }

  /** It is done; the next action is another one. */
  done(): void {
    this.#id = this.#newId();
  }
}
