import type { z } from 'zod';
import type { Misfit } from '../contract/api.ts';
import type { Locale } from '../contract/values/words.ts';
import { misfitSentence } from '../contract/words/index.ts';

/** What did not fit, field by field, in the shop's language. */
export function misfits(error: z.ZodError, locale: Locale): Misfit[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: misfitSentence(issue, locale),
  }));
}
