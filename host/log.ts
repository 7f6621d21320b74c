import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Log = {
  /** Lines of the program itself. Whoever says one leaves out names, amounts and whatever was typed; paths are shortened here. */
  say(line: string): void;
  last(count: number): string[];
};

type LogOptions = {
  readonly folder: string;
  /** Folders of this PC, longest first, and what is said instead of each. */
  readonly places: () => readonly (readonly [path: string, name: string])[];
  readonly maximumBytes?: number;
  readonly now?: () => Date;
};

const quarterMegabyte = 256 * 1024;
/** Beside the one that is written to: about two thousand lines each. */
const formerFiles = 3;
/** A line that is longer says nothing more. */
const maximumLine = 2000;

/** A path that is none of the known places tells about the person's PC: only that there was one stays. */
const anyPath = /(?<![\w.<>])(?:[a-z]:\\|\\\\|\/)[^\s:,;'"<>|]+[\\/][^\s:,;'"<>|]+/gi;

function shortened(line: string, places: ReturnType<LogOptions['places']>): string {
  const named = places.reduce((text, [path, name]) => text.replaceAll(path, name), line);
  return named.replace(anyPath, '<path>').replace(/\s+/g, ' ').slice(0, maximumLine);
}

/**
 * A log that begins a new file when one is full and keeps the last few. It is written at once, line by line, so that the last words before a crash
 * are there; a disk that takes none stops nobody.
 */
export function openLog({ folder, places, maximumBytes = quarterMegabyte, now = () => new Date() }: LogOptions): Log {
  const file = join(folder, 'backshelf.log');
  const former = (index: number): string => (index === 0 ? file : join(folder, `backshelf.${index}.log`));

  function turnOver(): void {
    if (!existsSync(file) || statSync(file).size < maximumBytes) return;
    for (let index = formerFiles; index > 0; index -= 1)
      if (existsSync(former(index - 1))) renameSync(former(index - 1), former(index));
  }
  function linesOf(index: number): string[] {
    const path = former(index);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  }
  return {
    say: (line) => {
      try {
        mkdirSync(folder, { recursive: true });
        turnOver();
        appendFileSync(file, `${now().toISOString()} ${shortened(line, places())}\n`);
      } catch {
        // Nobody is served by a log that stops the shop.
      }
    },
    last: (count) => {
      try {
        return [...linesOf(1), ...linesOf(0)].slice(-count);
      } catch {
        return [];
      }
    },
  };
}
