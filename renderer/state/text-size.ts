import type { Settings } from '../../contract/api/settings.ts';

type TextSize = Settings['textPercent'];

export const textSizes = [90, 100, 110, 125, 150] as const satisfies readonly TextSize[];
export const usualTextSize: TextSize = 100;

/** The next larger or smaller size; the same at either end. */
export function nextTextSize(now: TextSize, step: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(now) + step] ?? now;
}
