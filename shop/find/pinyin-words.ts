import { pinyin } from 'pinyin-pro';

const plain = { toneType: 'none', type: 'array', nonZh: 'removed', v: true } as const;

/** How Chinese characters are read, one syllable each, without tones; `nü` is `nv`, as it is typed. What has no reading is left out. */
export function syllablesOf(text: string, { asName }: { readonly asName: boolean }): string[] {
  const read = pinyin(text, asName ? { ...plain, surname: 'head' } : plain);
  return read.filter((syllable) => /^[a-z]+$/.test(syllable));
}
