import type { Refusal } from '../refusals.ts';
import type { Locale } from '../values/words.ts';
import { englishRefusals } from './refusals-en.ts';
import { chineseRefusals } from './refusals-zh.ts';
import { type RefusalSentences, type Telling, tellingIn } from './sentence-help.ts';

const sentences: Readonly<Record<Locale, RefusalSentences>> = { 'zh-CN': chineseRefusals, en: englishRefusals };

/** The sentence a person reads for a refusal: what is wrong and what to do. Amounts are plain decimals without a `currency`. */
export function refusalSentence(refusal: Refusal, locale: Locale, currency?: string): string {
  const tell = sentences[locale][refusal.code] as (data: Refusal['data'], telling: Telling) => string;
  return tell(refusal.data, tellingIn(locale, currency));
}
