import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { moduleBeside } from '../beside.ts';

type PinyinWords = typeof import('./pinyin-words.ts');

const file = fileURLToPath(moduleBeside(import.meta.url, './pinyin-words.ts', './pinyin-words.cjs'));

let words: PinyinWords | undefined;

/**
 * The dictionary of sounds. It takes a tenth of a second to load, so it waits for the first Chinese name: at once, because a name is written
 * and indexed in one transaction.
 */
function dictionary(): PinyinWords {
  words ??= createRequire(import.meta.url)(file) as PinyinWords;
  return words;
}

/** A person's name, as far as one can see. */
const shortName = /^\p{Script=Han}{2,4}$/u;

/** How a text is read; a short one in two ways where it sounds otherwise as a name (单 is shàn, and dān). */
export function readingsOf(text: string): string[][] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const asWords = dictionary().syllablesOf(text, { asName: false });
  if (!shortName.test(text.trim())) return [asWords];
  const asName = dictionary().syllablesOf(text, { asName: true });
  return asName.join(' ') === asWords.join(' ') ? [asWords] : [asWords, asName];
}

/** Loads the dictionary while nobody waits for it. */
export function warmUpPinyin(): void {
  readingsOf('拼音');
}
