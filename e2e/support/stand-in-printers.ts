import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export type HandedOver = { readonly args: readonly string[]; readonly pdf: string };
export type StandInPrinters = {
  /** What `lp` was given, in its order; the PDF by its path. */
  handedOver(): HandedOver[];
  remove(): void;
};

/** Programs `lp` and `lpstat` before all others: as many printers as are named, the last of them usual, and a record of what they get. */
export function standInPrinters(names: readonly string[]): StandInPrinters {
  const folder = mkdtempSync(join(tmpdir(), 'backshelf-printers-'));
  const path = process.env.PATH ?? '';
  const program = (name: string, lines: readonly string[]): void => {
    writeFileSync(join(folder, name), ['#!/bin/sh', ...lines, ''].join('\n'));
    chmodSync(join(folder, name), 0o755);
  };
  program('lpstat', [
    `if [ "$1" = -e ]; then printf '%s\\n' ${names.join(' ')}`,
    `else echo "system default destination: ${names.at(-1) ?? ''}"; fi`,
  ]);
  program('lp', [
    `at="${folder}/job-$(ls "${folder}" | grep -c 'args$')"`,
    'cat > "$at.pdf"',
    'printf \'%s\\n\' "$@" > "$at.args"',
  ]);
  process.env.PATH = `${folder}${delimiter}${path}`;
  return {
    handedOver: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.args'))
        .sort()
        .map((name) => ({
          args: readFileSync(join(folder, name), 'utf8').trim().split('\n'),
          pdf: join(folder, name.replace(/args$/, 'pdf')),
        })),
    remove: () => {
      process.env.PATH = path;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
