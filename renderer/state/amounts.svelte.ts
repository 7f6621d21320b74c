const kept = 'amounts';

/** Whether sums are kept from whoever looks over a shoulder: remembered for this window alone, as a screen is turned away from the counter. */
class Amounts {
  hidden = $state(sessionStorage.getItem(kept) === 'hidden');

  turn(): void {
    this.hidden = !this.hidden;
    sessionStorage.setItem(kept, this.hidden ? 'hidden' : 'shown');
  }
}

export const amounts = new Amounts();
