import { marked, phrase } from './marks.ts';
import { pairsOf } from './pieces.ts';
import { beginsSyllable, isSyllable, longestSyllable } from './syllables.ts';

/** A syllable (the last one perhaps not typed to its end), or only what one begins with. */
type Sound = { readonly text: string; readonly isWhole: boolean };
type Reading = readonly Sound[];

/** Longer than anybody types the sounds of a name. */
const mostLetters = 24;
const mostReadings = 4;
const twoLetters = ['zh', 'ch', 'sh'];

/**
 * What letters may be sounds of: whole syllables (`weixiu`), first letters (`wx`), or both (`weix`, `wxiu`), each as a question to the find
 * index. Mixed ones ask for all first letters side by side and for the whole syllables; `xian` is one syllable or two.
 */
export function soundQueries(letters: string, { goesOn }: { readonly goesOn: boolean }): string[] {
  if (!/^[a-z]+$/.test(letters) || letters.length < 2 || letters.length > mostLetters) return [];
  const readings = readingsOf(letters);
  const initials = [...letters].map((text) => ({ text, isWhole: false }));
  const asInitials = initials.every(({ text }) => isInitial(text)) ? [initials] : [];
  return [...new Set([...readings, ...asInitials].map((reading) => queryOf(reading, goesOn)))];
}

/** The readings with the fewest sounds. */
function readingsOf(letters: string): Reading[] {
  const upTo: Reading[][] = [[[]]];
  for (let end = 1; end <= letters.length; end += 1) {
    const found: Reading[] = [];
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const sound = soundOf(letters.slice(start, end), end === letters.length);
      if (sound) found.push(...(upTo[start] ?? []).map((before) => [...before, sound]));
    }
    upTo.push(found.sort((one, other) => weightOf(one) - weightOf(other)).slice(0, mostReadings));
  }
  return upTo.at(-1) ?? [];
}

/** Few sounds before many, whole ones before first letters. */
function weightOf(reading: Reading): number {
  return reading.length * 10 + reading.filter(({ isWhole }) => !isWhole).length;
}

function soundOf(text: string, isLast: boolean): Sound | undefined {
  if (isSyllable(text)) return { text, isWhole: true };
  if (isInitial(text)) return { text, isWhole: false };
  return isLast && text.length > 1 && beginsSyllable(text) ? { text, isWhole: true } : undefined;
}

function isInitial(text: string): boolean {
  return text.length === 1 ? beginsSyllable(text) : twoLetters.includes(text);
}

function queryOf(reading: Reading, goesOn: boolean): string {
  const letters = reading.map(({ text }) => text.slice(0, 1)).join('');
  const asked = [
    ...(reading.every(({ isWhole }) => isWhole) ? [] : [initialsQuery(letters)]),
    ...runsOf(reading, goesOn),
  ];
  return asked.length === 1 ? (asked[0] ?? '') : `(${asked.join(' AND ')})`;
}

/** One first letter alone is the beginning of a pair. */
function initialsQuery(letters: string): string {
  if (letters.length === 1) return phrase(marked('initials', [letters]), { mayGoOn: true });
  return phrase(marked('initials', pairsOf(letters, { withLast: false })), { mayGoOn: false });
}

/** Whole syllables that follow one another; only the last that was typed may go on, and must where it is none yet. */
function runsOf(reading: Reading, goesOn: boolean): string[] {
  const runs: string[][] = [[]];
  for (const { text, isWhole } of reading) {
    if (isWhole) runs.at(-1)?.push(text);
    else runs.push([]);
  }
  const last = reading.at(-1);
  const isOpen = last?.isWhole === true && (goesOn || !isSyllable(last.text));
  return runs.flatMap((run, index) =>
    run.length === 0 ? [] : [phrase(marked('sound', run), { mayGoOn: isOpen && index === runs.length - 1 })],
  );
}
