import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { RowProblem } from '../../contract/api/imports.ts';
import type { Day } from '../../contract/values/days.ts';
import type { Locale } from '../../contract/values/words.ts';
import { importFieldWords, rowProblemWords } from '../../contract/words/index.ts';
import { remove, tidy } from '../../db/tidy.ts';
import type { Table } from './file/table.ts';
import type { Problems } from './kinds/kind.ts';
import { createPauses } from './pause.ts';

type RefusedRows = {
  readonly table: Table;
  readonly problems: Problems;
  readonly folder: string;
  readonly day: Day;
  readonly locale: Locale;
  /** A file to write again; a new one when left out. */
  readonly over?: string | undefined;
};

/** The columns beside the file's own. */
const addedColumns = { 'zh-CN': ['行号', '原因代码', '原因'], en: ['Row', 'Problem', 'What to do'] } as const;

/**
 * Writes the refused rows as they stood in the file, each with where it stood and what is wrong with it, so that they can be mended and
 * read again. Gives the file's path. Throws what the disk says, and leaves no half file.
 */
export async function writeRefusedFile(rows: RefusedRows): Promise<string> {
  const { table, problems, folder, day, locale, over } = rows;
  const pause = createPauses();
  const added = addedColumns[locale];
  const kept = ownColumns(table.columns);
  const { path, file } = over ? { path: over, file: openSync(over, 'w') } : newFile(join(folder, 'exports'), day);
  try {
    const heading = [...kept.map((index) => table.columns[index] ?? ''), ...added];
    writeSync(file, `\uFEFF${stringify([heading.map(guarded)], csv)}`);
    for (const { firstRow, rows } of table.batches()) {
      const lines: string[][] = [];
      rows.forEach((cells, index) => {
        const found = problems.get(firstRow + index);
        if (!found) return;
        const row = [String(firstRow + index), found[0]?.code ?? '', sentence(found, locale)];
        const own = kept.map((column) => cells[column] ?? '');
        // Cells that have no column stand after the reasons: nothing of the row is lost.
        lines.push([...own, ...row, ...cells.slice(table.columns.length)].map(guarded));
      });
      if (lines.length > 0) writeSync(file, stringify(lines, csv));
      await pause();
    }
    fsyncSync(file);
    closeSync(file);
    return path;
  } catch (error) {
    tidy(
      () => closeSync(file),
      () => remove(path),
    );
    throw error;
  }
}

/** Where the columns stand that are not ours: a file of refused rows that is refused again does not grow. */
function ownColumns(columns: readonly string[]): number[] {
  const ours = Object.values(addedColumns).find((names) => names.every((name) => columns.includes(name))) ?? [];
  return columns.flatMap((column, index) => ((ours as readonly string[]).includes(column) ? [] : [index]));
}

const csv = { record_delimiter: '\r\n' } as const;

/** The first number of the day that no file has yet. */
function newFile(folder: string, day: Day): { path: string; file: number } {
  mkdirSync(folder, { recursive: true });
  for (let count = 1; ; count += 1) {
    const path = join(folder, `import-refused-${day}-${count}.csv`);
    try {
      return { path, file: openSync(path, 'wx') };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function sentence(problems: readonly RowProblem[], locale: Locale): string {
  return problems
    .map(({ field, code }) => {
      const words = rowProblemWords[code][locale];
      return field === undefined ? words : `${importFieldWords[field][locale]}: ${words}`;
    })
    .join('; ');
}

const figure = /^-[\d.,]+$/;

/** A spreadsheet takes such a text for a formula; the apostrophe is taken off again when the file is read. */
function guarded(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !figure.test(text) && !/^="[^"]*"$/.test(text) ? `'${text}` : text;
}
