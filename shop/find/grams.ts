import { marked, phrase } from './marks.ts';
import { isIdeographic, pairsOf, piecesOf, triplesOf } from './pieces.ts';
import { readingsOf } from './pinyin.ts';
import { soundQueries } from './typed-pinyin.ts';

/** Which words the index holds. One that was made otherwise is made anew (`rebuild.ts`). */
export const indexVersion = 2;

/**
 * What the find index keeps of a product (code, name, kind, barcodes) or a customer (code, name, phone): words; Chinese as overlapping pairs
 * of characters (and the single last one, so that one character finds it too), as it sounds and as its first letters; of codes and words
 * every three signs, so that any part finds them. `维修衬衫 M` is `维修 修衬 衬衫 衫 m`, wei xiu chen shan, and wx xc cs s.
 */
export function indexedGrams(parts: readonly (string | null | undefined)[]): string {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== '')
    .flatMap((part) => [...wordsOf(part), ...partsOf(part), ...soundsOf(part)])
    .join(' ');
}

function wordsOf(text: string): string[] {
  return piecesOf(text).flatMap((piece) => (isIdeographic(piece) ? pairsOf(piece, { withLast: true }) : [piece]));
}

/** A number written with blanks or lines is one number too: `138 0013 8000`. */
const spacedNumber = /^[\d\s()+.\-–—]+$/;

function partsOf(text: string): string[] {
  const words = spacedNumber.test(text)
    ? [text.replace(/\D/g, '')]
    : piecesOf(text).filter((word) => !isIdeographic(word));
  return words.flatMap((word) => marked('part', triplesOf(word, { withLast: true })));
}

function soundsOf(text: string): string[] {
  return readingsOf(text).flatMap((syllables) => [
    ...marked('sound', syllables),
    ...marked('initials', pairsOf(syllables.map((syllable) => syllable.slice(0, 1)).join(''), { withLast: true })),
  ]);
}

/**
 * The search for what a person typed, by whatever it may be: the words of a name, a part of a code or a number, Chinese by how it sounds.
 * All pieces must be there. Nothing to search for gives `undefined`.
 */
export function gramsQuery(text: string): string | undefined {
  return queryOf(text, (piece) => {
    const ways = [wordQuery(piece), ...partQueries(piece), ...soundQueries(piece)];
    return ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' OR ')})`;
  });
}

/** The same by words alone: what begins as it was typed, and Chinese characters side by side. */
export function wordsQuery(text: string): string | undefined {
  return queryOf(text, wordQuery);
}

function queryOf(text: string, ofPiece: (piece: string) => string): string | undefined {
  const pieces = piecesOf(text);
  if (pieces.length === 0) return undefined;
  return pieces.map((piece) => (isIdeographic(piece) ? ideographsQuery(piece) : ofPiece(piece))).join(' AND ');
}

/** Every pair must be there side by side; one character begins a pair. */
function ideographsQuery(piece: string): string {
  const pairs = pairsOf(piece, { withLast: false });
  return pairs.length === 0 ? wordQuery(piece) : phrase(pairs, { mayGoOn: false });
}

function wordQuery(piece: string): string {
  return phrase([piece], { mayGoOn: true });
}

function partQueries(piece: string): string[] {
  if (piece.length < 2) return [];
  if (piece.length === 2) return [phrase(marked('part', [piece]), { mayGoOn: true })];
  return [phrase(marked('part', triplesOf(piece, { withLast: false })), { mayGoOn: false })];
}
