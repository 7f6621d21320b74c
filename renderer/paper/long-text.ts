/** A longer note could make a row higher than a page. */
export const longestNote = 240;

/** Joined to texts none of which is too long for a row; a word that alone is longer stands alone. */
export function inPieces(words: readonly string[], separator: string): string[] {
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + separator.length + word.length <= longestNote) {
      pieces[pieces.length - 1] = last + separator + word;
    } else pieces.push(word);
  }
  return pieces;
}
