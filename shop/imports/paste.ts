import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JotHandler } from '../context.ts';
import { writeWhole } from '../write-whole.ts';

/**
 * Keeps cells copied from a spreadsheet, which puts tabs between them, as a file of the moment. Its first line says so, or a heading of
 * one column with a comma in it could be taken for two.
 */
export const pasteCells: JotHandler<'imports.paste'> = ({ folder, now }, { text }) => {
  const exports = join(folder, 'exports');
  mkdirSync(exports, { recursive: true });
  const stamp = now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  // No cell holds a zero character, and with one the file would be no text.
  const cells = text.replaceAll('\0', '');
  const pieces = cells.includes('\t') ? ['\uFEFF', 'sep=\t\n', cells] : ['\uFEFF', cells];
  return { path: writeNew(join(exports, `pasted-${stamp}`), pieces) };
};

/** Two pastes of one second get two names. */
function writeNew(stem: string, pieces: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? `${stem}.tsv` : `${stem}-${count}.tsv`;
    try {
      writeWhole(path, pieces);
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
