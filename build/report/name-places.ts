import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/** A compiled file's name with line and column, as a stack ends in. */
const place = /[^\s()]*?([\w-]+\.c?js):(\d+):(\d+)/g;

/** A text with each place of a compiled file replaced by that of the source it was made of, where the folder has its map. */
export function namePlaces(text: string, mapsFolder: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (file: string): SourceMap | undefined => {
    if (!maps.has(file)) {
      const path = join(mapsFolder, `${file}.map`);
      maps.set(file, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined);
    }
    return maps.get(file);
  };
  return text.replace(place, (whole, file: string, line: string, column: string) => {
    // The map counts from 0, a stack from 1.
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return whole;
    const source = entry.originalSource.replace(/^(\.\.\/)+/, '');
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
