import { t } from '../../i18n/index.ts';
import { misfitAt, refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';

/** A PIN that is set: typed twice, as nobody sees what they type. */
export class NewPin {
  pin = $state('');
  again = $state('');
  /** Something was missing or differed when it was to be set. */
  #tried = $state(false);

  isTwice = $derived(this.pin !== '' && this.pin === this.again);

  /** Whether it can be sent; what is missing is said from now on. */
  check(): boolean {
    this.#tried = true;
    return this.isTwice;
  }

  forget(): void {
    this.pin = '';
    this.again = '';
    this.#tried = false;
  }

  problem(trouble: Trouble | undefined): string | undefined {
    if (this.#tried && this.pin === '') return t('ui.fill-in');
    return refusedWith(trouble, 'pin-too-simple') && trouble ? troubleSentence(trouble) : misfitAt(trouble, 'pin');
  }

  get problemAgain(): string | undefined {
    return this.#tried && this.pin !== '' && !this.isTwice ? t('staff.pins-differ') : undefined;
  }
}
