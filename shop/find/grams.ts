const ideograph = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
const piece = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}]+/gu;

function pieces(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(piece) ?? [];
}

/**
 * A name as the find index keeps it: Chinese as overlapping pairs of characters (and the single last one, so that one character finds it
 * too), everything else as words. `维修衬衫 M` is `维修 修衬 衬衫 衫 m`.
 */
export function grams(text: string): string {
  return pieces(text)
    .flatMap((part) => (ideograph.test(part) ? pairs(part, { withLast: true }) : [part]))
    .join(' ');
}

/** What the find index keeps of a product (code, name, kind) or a customer (code, name, phone). */
export function indexedGrams(parts: readonly (string | null | undefined)[]): string {
  return grams(parts.filter(Boolean).join(' '));
}

/** The search for what a person typed: every pair must be there side by side, and the last word may go on. Nothing to search for gives `undefined`. */
export function gramsQuery(text: string): string | undefined {
  const parts = pieces(text);
  if (parts.length === 0) return undefined;
  return parts
    .map((part) => {
      if (!ideograph.test(part)) return `"${part}"*`;
      const found = pairs(part, { withLast: false });
      return found.length === 0 ? `"${part}"*` : `"${found.join(' ')}"`;
    })
    .join(' AND ');
}

function pairs(text: string, { withLast }: { withLast: boolean }): string[] {
  const characters = [...text];
  const all = characters.slice(0, -1).map((character, index) => character + characters[index + 1]);
  const last = characters.at(-1);
  return withLast && last !== undefined ? [...all, last] : all;
}
