import { cuts, weakCuts } from './cuts/cuts.ts';
import { editsPart } from './damage/edits.ts';
import { flipsPart } from './damage/flips.ts';
import { drills } from './drills/drills.ts';
import { guessesPart } from './fuzz/guesses.ts';
import { fuzzPart } from './fuzz/part.ts';
import { modelPart } from './model/part.ts';
import type { Part } from './part.ts';
import { starts } from './starts/starts.ts';
import { errors } from './trials/errors.ts';
import { kills } from './trials/kills.ts';

/** Every way in which the shop is tried to be broken, in the order in which they run. */
export const parts: readonly Part[] = [
  kills,
  cuts,
  weakCuts,
  errors,
  drills,
  starts,
  modelPart,
  flipsPart,
  editsPart,
  fuzzPart,
  guessesPart,
];
