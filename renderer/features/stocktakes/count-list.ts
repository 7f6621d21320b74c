import type { DifferenceReason, Stocktake } from '../../../contract/api/stocktakes.ts';
import { t } from '../../i18n/index.ts';

export type CountLine = Stocktake['lines'][number];
export type Shown = 'all' | 'different' | 'uncounted';

export function linesShown(lines: readonly CountLine[], shown: Shown): readonly CountLine[] {
  if (shown === 'different') return lines.filter(({ difference }) => difference !== undefined && difference !== 0);
  return shown === 'uncounted' ? lines.filter(({ counted }) => counted === undefined) : lines;
}

export const reasonName = (reason: DifferenceReason): string => t(`stocktakes.reason-${reason}`);

/** Of what was counted, the share the book was right about; nothing while nobody may know. */
export function accuracyOf({
  itemsCounted,
  itemsEqual,
}: Pick<Stocktake, 'itemsCounted' | 'itemsEqual'>): number | undefined {
  return itemsEqual === undefined || itemsCounted === 0 ? undefined : itemsEqual / itemsCounted;
}
