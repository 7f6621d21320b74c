import { t } from '../../i18n/index.ts';

/** The few words that go with a decision. Asked for again where they are needed and missing. */
export class DecisionWords {
  text = $state('');
  readonly needed: boolean;
  #tried = $state(false);

  constructor(needed: boolean) {
    this.needed = needed;
  }

  get missing(): boolean {
    return this.needed && this.text.trim() === '';
  }

  get error(): string | undefined {
    return this.#tried && this.missing ? t('returns.why-needed') : undefined;
  }

  /** Whether all is said; from now on what is missing is shown. */
  ready(): boolean {
    this.#tried = true;
    return !this.missing;
  }
}
