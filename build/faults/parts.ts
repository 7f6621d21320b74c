import { editsPart } from './damage/edits.ts';
import { flipsPart } from './damage/flips.ts';
import { modelPart } from './model/part.ts';
import type { Part } from './part.ts';

/** Every way in which the shop is tried to be broken, in the order in which they run. */
export const parts: readonly Part[] = [modelPart, flipsPart, editsPart];
