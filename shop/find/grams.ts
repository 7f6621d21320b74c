import { marked, phrase } from './marks.ts';
import { isIdeographic, pairsOf, piecesOf, triplesOf } from './pieces.ts';
import { readingsOf } from './pinyin.ts';
import { soundQueries } from './typed-pinyin.ts';

/** Which words the index holds. One that was made otherwise is made anew (`rebuild.ts`). */
export const indexVersion = 2;

/** Codes and numbers are found by their parts alone: their beginnings are too many. */
const hasDigit = /\p{N}/u;

/**
 * What the find index keeps of a product (code, name, kind, barcodes) or a customer (code, name, phone): words; Chinese as overlapping pairs
 * of characters (and the single last one, so that one character finds it too), as it sounds and as its first letters; of codes and words
 * every three signs, so that any part finds them. `维修衬衫 M` is `维修 修衬 衬衫 衫 m`, wei xiu chen shan, and wx xc cs s.
 */
export function indexedGrams(parts: readonly (string | null | undefined)[]): string {
  return parts.flatMap((part) => (part ? [...wordsOf(part), ...partsOf(part), ...soundsOf(part)] : [])).join(' ');
}

function wordsOf(text: string): string[] {
  return piecesOf(text).flatMap((piece) => {
    if (isIdeographic(piece)) return pairsOf(piece, { withLast: true });
    return hasDigit.test(piece) && piece.length > 1 ? [] : [piece];
  });
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

/** How far a search goes. */
type Reach = {
  /** Also by parts of codes, and as it sounds; not by words alone. */
  readonly anyway: boolean;
  /** Where the last syllable, or two signs of a code, may go on: that is slower in a big shop. */
  readonly goesOn: boolean;
};

/**
 * The search for what a person typed, by whatever it may be: the words of a name, a part of a code or a number, Chinese by how it sounds.
 * All pieces must be there. Nothing to search for gives `undefined`.
 */
export function gramsQuery(text: string): string | undefined {
  return queryOf(text, { anyway: true, goesOn: true });
}

/**
 * The same in steps, the nearest first: by words that begin as it was typed and Chinese characters side by side; by parts and sounds as they
 * were typed; by whatever goes on from there.
 */
export function stepQueries(text: string): string[] {
  const reaches = [
    { anyway: false, goesOn: false },
    { anyway: true, goesOn: false },
    { anyway: true, goesOn: true },
  ];
  return [...new Set(reaches.flatMap((reach) => queryOf(text, reach) ?? []))];
}

function queryOf(text: string, reach: Reach): string | undefined {
  const pieces = piecesOf(text);
  if (pieces.length === 0) return undefined;
  return pieces.map((piece) => pieceQuery(piece, reach)).join(' AND ');
}

function pieceQuery(piece: string, { anyway, goesOn }: Reach): string {
  if (isIdeographic(piece)) return ideographsQuery(piece);
  if (hasDigit.test(piece)) return piece.length > 1 ? partQuery(piece, goesOn) : phrase([piece], { mayGoOn: false });
  const word = phrase([piece], { mayGoOn: true });
  if (!anyway || piece.length === 1) return word;
  return `(${[word, partQuery(piece, goesOn), ...soundQueries(piece, { goesOn })].join(' OR ')})`;
}

/** Every pair must be there side by side; one character begins a pair. */
function ideographsQuery(piece: string): string {
  const pairs = pairsOf(piece, { withLast: false });
  return pairs.length === 0 ? phrase([piece], { mayGoOn: true }) : phrase(pairs, { mayGoOn: false });
}

/** Two signs are the end of a code, or go on anywhere in it. */
function partQuery(piece: string, goesOn: boolean): string {
  if (piece.length === 2) return phrase(marked('part', [piece]), { mayGoOn: goesOn });
  return phrase(marked('part', triplesOf(piece, { withLast: false })), { mayGoOn: false });
}
