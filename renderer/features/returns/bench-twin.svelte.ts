import type { TwinInput } from '../../../contract/api/inspection.ts';
import { asPriceE4, formatPrice } from '../../../contract/values/money.ts';
import type { Disposition, Grade } from '../../../contract/values/words.ts';

export type KeptTwin = {
  readonly make?: boolean | undefined;
  readonly sku: string;
  readonly priceE4?: number | undefined;
  readonly flaw: string;
};

export const noTwin: KeptTwin = { sku: '', flaw: '' };

/** Only goods that are not as new and are sold again get a code of their own. */
export function canBeTwin(grade: Grade | undefined, disposition: Disposition | undefined): grade is 'B' | 'C' {
  return (grade === 'B' || grade === 'C') && disposition === 'resell';
}

/** Whether opened goods get a code of their own, and which, for how much, with which flaw. What is left empty the shop fills in. */
export class TwinChoice {
  /** As the settings say, as long as nobody said otherwise. */
  make = $state<boolean>();
  sku = $state('');
  priceE4 = $state<number>();
  flaw = $state('');

  constructor(kept: KeptTwin = noTwin) {
    this.restore(kept);
  }

  toInput(): { twin?: TwinInput } {
    if (this.make === false) return { twin: false };
    const said = {
      ...(this.sku.trim() && { sku: this.sku.trim() }),
      ...(this.priceE4 !== undefined && { price: formatPrice(asPriceE4(this.priceE4)) }),
      ...(this.flaw.trim() && { flaw: this.flaw.trim() }),
    };
    if (Object.keys(said).length > 0) return { twin: said };
    return this.make ? { twin: true } : {};
  }

  keep(): KeptTwin {
    const { make, sku, priceE4, flaw } = this;
    return { make, sku, priceE4, flaw };
  }

  restore(kept: KeptTwin): void {
    this.make = kept.make;
    this.sku = kept.sku;
    this.priceE4 = kept.priceE4;
    this.flaw = kept.flaw;
  }
}
