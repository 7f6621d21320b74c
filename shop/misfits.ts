import { z } from 'zod';
import type { Misfit } from '../contract/api.ts';
import type { Locale } from '../contract/values/words.ts';

const errors = { 'zh-CN': z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** What did not fit, field by field, in the shop's language. */
export function misfits(error: z.ZodError, locale: Locale): Misfit[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: sentence(issue, locale),
  }));
}

function sentence(issue: z.core.$ZodIssue, locale: Locale): string {
  const translated = errors[locale](issue as z.core.$ZodRawIssue);
  const text = typeof translated === 'string' ? translated : translated?.message;
  return text ?? issue.message;
}
