import { t } from '../i18n/index.ts';
import { parseFigure } from '../i18n/parse.ts';

export type FigureRules = {
  /** Decimals of the smallest unit: 2 for cents of the yuan, 3 for thousandths of a unit. */
  readonly digits: number;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly format: (value: number) => string;
};

/** What stands in a field for figures: as typed while it is typed, then as the language writes it. Values are smallest units. */
export class FigureField {
  #typed = $state<string>();
  #left = $state(false);
  readonly #rules: () => FigureRules;
  readonly #value: () => number | undefined;

  constructor(value: () => number | undefined, rules: () => FigureRules) {
    this.#value = value;
    this.#rules = rules;
  }

  /** What was typed, as long as it is what the value came from; a value from elsewhere wins. */
  get text(): string {
    const value = this.#value();
    if (this.#typed !== undefined && this.#read(this.#typed) === value) return this.#typed;
    return value === undefined ? '' : this.#rules().format(value);
  }

  /** Takes what was typed and gives the value it stands for; nothing when it is none. */
  type(text: string): number | undefined {
    this.#typed = text;
    this.#left = false;
    return this.#read(text);
  }

  /** The field was left: a good figure is written as the language writes it, a bad one stays as it was typed. */
  leave(): void {
    this.#left = true;
    if (this.#value() !== undefined) this.#typed = undefined;
  }

  /** What is wrong, said once the field was left. */
  get error(): string | undefined {
    if (!this.#left || this.#typed === undefined || this.#value() !== undefined) return undefined;
    return this.#problem(this.#typed);
  }

  #read(text: string): number | undefined {
    const figure = parseFigure(text, this.#rules().digits);
    if (!('value' in figure)) return undefined;
    const { least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER } = this.#rules();
    return figure.value < least || figure.value > most ? undefined : figure.value;
  }

  #problem(text: string): string | undefined {
    const { digits, least, most, format } = this.#rules();
    const figure = parseFigure(text, digits);
    if ('value' in figure) {
      if (least !== undefined && figure.value < least) return t('ui.at-least', { least: format(least) });
      return most === undefined ? undefined : t('ui.at-most', { most: format(most) });
    }
    switch (figure.problem) {
      case 'empty':
        return undefined;
      case 'not-a-number':
        return t('ui.not-a-number');
      case 'too-many-decimals':
        return digits === 0 ? t('ui.decimals-zero') : t('ui.decimals', { digits });
      case 'too-large':
        return t('ui.too-large');
    }
  }
}
