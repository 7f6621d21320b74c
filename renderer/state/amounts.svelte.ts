const kept = 'amounts';

/** Whether sums are kept from whoever looks over a shoulder: remembered for this window alone, as one screen is turned to the counter and another not. */
class Amounts {
  hidden = $state(false);
  #storage: Pick<Storage, 'getItem' | 'setItem'> | undefined;

  /** At the start of the window, with what lasts as long as it does. */
  start(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
    this.#storage = storage;
    this.hidden = storage.getItem(kept) === 'hidden';
  }

  turn(): void {
    this.hidden = !this.hidden;
    this.#storage?.setItem(kept, this.hidden ? 'hidden' : 'shown');
  }
}

export const amounts = new Amounts();
