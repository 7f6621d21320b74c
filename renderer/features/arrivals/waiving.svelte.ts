import type { Return } from '../../../contract/api/return-shape.ts';
import type { Input } from '../../../contract/api.ts';
import { t } from '../../i18n/index.ts';
import { unitsOfLineToCome } from '../returns/next-steps.ts';
import { itemName } from '../returns/return-words.ts';

type WaivedRow = {
  readonly returnLineId: number;
  readonly item: string;
  readonly open: number;
  quantity: number | undefined;
};

/** Goods that need not come back: all that is still to come, unless a person lowers it. */
export class Waiving {
  rows = $state<WaivedRow[]>([]);
  why = $state('');
  /** Why it is done though the policy wants the goods back. */
  override = $state('');
  /** Whether the policy lets them be kept. */
  readonly allowed: boolean;
  readonly #returnId: number;
  #tried = $state(false);

  constructor({ returnId, lines, verdict }: Pick<Return, 'returnId' | 'lines' | 'verdict'>) {
    this.#returnId = returnId;
    this.allowed = verdict.terms?.withoutGoods ?? false;
    this.rows = lines.flatMap((line) => {
      const open = unitsOfLineToCome(line);
      return open > 0 ? [{ returnLineId: line.returnLineId, item: itemName(line), open, quantity: open }] : [];
    });
  }

  whyError = $derived.by(() => (this.#tried && !this.why.trim() ? t('returns.why-needed') : undefined));
  overrideError = $derived.by(() =>
    this.#tried && !this.allowed && !this.override.trim() ? t('returns.why-needed') : undefined,
  );
  nothing = $derived.by(() => this.#tried && this.#chosen.length === 0);
  #chosen = $derived.by(() => this.rows.filter(({ quantity }) => (quantity ?? 0) > 0));

  /** What to send; nothing while something is missing. */
  toInput(): Omit<Input<'returns.waive'>, 'id'> | undefined {
    this.#tried = true;
    if (this.whyError || this.overrideError || this.nothing) return undefined;
    return {
      returnId: this.#returnId,
      lines: this.#chosen.map(({ returnLineId, quantity = 0 }) => ({ returnLineId, quantity })),
      why: this.why.trim(),
      ...(!this.allowed && { override: { note: this.override.trim() } }),
    };
  }
}
