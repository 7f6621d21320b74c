/**
 * What begins the words of the find index that nobody writes: characters for private use, which FTS takes for letters. So parts of codes,
 * sounds and first letters of sounds lie side by side in one index and never meet.
 */
export const markOf = { part: '\ue000', sound: '\ue001', initials: '\ue002' } as const;
export type Mark = keyof typeof markOf;

export function marked(mark: Mark, words: readonly string[]): string[] {
  return words.map((word) => markOf[mark] + word);
}

/** As FTS looks for words that stand one behind the other; the last one may go on. */
export function phrase(words: readonly string[], { mayGoOn }: { readonly mayGoOn: boolean }): string {
  return `"${words.join(' ')}"${mayGoOn ? '*' : ''}`;
}
