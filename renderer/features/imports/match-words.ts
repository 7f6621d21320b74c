import { t } from '../../i18n/index.ts';
import type { Suggestion, UnmatchedItem } from './matching-line.svelte.ts';

/** Why a line of a return found no sale by itself. */
export const whyUnmatched = (why: UnmatchedItem['why']): string => t(`imports.why-${why}`);

/** What speaks for a sale. */
export const becauseWord = (because: Suggestion['because'][number]): string => t(`imports.because-${because}`);
