import type { Locale } from '../values/words.ts';

/** One thing said in both languages, always written together. */
export type Said = Readonly<Record<Locale, string>>;
/** A word for every member of a list: a missing one breaks the build. */
export type Words<Code extends string> = Readonly<Record<Code, Said>>;

export function pair(zh: string, en: string): Said {
  return { 'zh-CN': zh, en };
}
