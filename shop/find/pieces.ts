const piece = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}]+/gu;
const ideograph = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/** A text as it is looked for: small letters, wide signs as plain ones, cut where the script changes and at everything that is no letter. */
export function piecesOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(piece) ?? [];
}

/** Written without blanks between words. */
export function isIdeographic(text: string): boolean {
  return ideograph.test(text);
}

/** Overlapping pairs; with what stands alone at the end where one character is to be found too. */
export function pairsOf(text: string, { withLast }: { readonly withLast: boolean }): string[] {
  const characters = [...text];
  const all = characters.slice(0, -1).map((character, index) => character + characters[index + 1]);
  const last = characters.at(-1);
  return withLast && last !== undefined ? [...all, last] : all;
}

/** Overlapping triples of a word or a number; with the pair at its end where it is indexed. */
export function triplesOf(text: string, { withLast }: { readonly withLast: boolean }): string[] {
  const least = withLast ? 2 : 3;
  return Array.from({ length: Math.max(0, text.length - least + 1) }, (_, at) => text.slice(at, at + 3));
}
