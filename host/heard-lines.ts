import { createInterface } from 'node:readline';
import { framePlace, logMark } from '../contract/log-line.ts';

/** What may be kept of a line: all that was said for the log, and of a crash the class of the error and the places it came through. */
export function keptOf(line: string): string | undefined {
  if (line.startsWith(logMark)) return line.slice(logMark.length);
  const place = framePlace(line);
  if (place) return place;
  if (/^FATAL ERROR:.*(heap|memory)/i.test(line)) return 'crash: out of memory';
  const [, name, code] = /^(?:Uncaught )?(\w*Error)(?: \[([A-Z0-9_]+)\])?(?::|$)/.exec(line) ?? [];
  return name && `crash: ${[name, code].filter(Boolean).join(' ')}`;
}

/** Hears what a process says on its standard error: `say` gets what may be kept, a terminal all of it. */
export function hearLines(
  from: NodeJS.ReadableStream | null,
  { say, echo }: { say: (line: string) => void; echo: boolean },
): void {
  if (!from) return;
  createInterface({ input: from }).on('line', (line) => {
    if (echo) process.stderr.write(`${line}\n`);
    const kept = keptOf(line);
    if (kept) say(kept);
  });
}
