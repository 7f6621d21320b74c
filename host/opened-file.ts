import { statSync } from 'node:fs';
import { extname, isAbsolute, resolve } from 'node:path';

/** What a window knows where to take in: lists and workbooks, pressed or not, and backups. */
const endings = ['.csv', '.tsv', '.txt', '.gz', '.xlsx', '.db'];

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Whether it is a file that there is a screen for. */
export function canOpen(path: string): boolean {
  return isAbsolute(path) && endings.includes(extname(path).toLowerCase()) && isFile(path);
}

/** The file that a program was started with, as by dropping it on the icon; switches are none. Relative ones lie where it was started. */
export function openedFile(args: readonly string[], workingFolder: string): string | undefined {
  return args
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(workingFolder, argument))
    .find(canOpen);
}
