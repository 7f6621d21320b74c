import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, failed, passed } from './check.ts';

type Note = { readonly file: string; readonly firstLine: string };

export const decisions: Check = {
  name: 'decisions',
  title: 'decision notes are numbered',
  async run({ root }) {
    const folder = join(root, 'docs', 'decisions');
    const notes = readdirSync(folder)
      .sort()
      .map((file) => ({ file, firstLine: readFileSync(join(folder, file), 'utf8').split('\n', 1)[0] ?? '' }));
    const faults = faultsOf(notes);
    return faults.length === 0 ? passed(`${notes.length} notes`) : failed(faults.join('\n'));
  },
};

/** Notes run from 001 without a gap, and each repeats its number in its heading: `# 001 The house`. */
export function faultsOf(notes: readonly Note[]): string[] {
  return notes.flatMap(({ file, firstLine }, index) => {
    const expected = String(index + 1).padStart(3, '0');
    const number = /^(\d{3})-[a-z0-9-]+\.md$/.exec(file)?.[1];
    if (number === undefined) return [`${file}: its name should be like ${expected}-a-title.md`];
    if (number !== expected) return [`${file}: the next number is ${expected}`];
    if (!firstLine.startsWith(`# ${number} `)) return [`${file}: its first line should begin with "# ${number} "`];
    return [];
  });
}
