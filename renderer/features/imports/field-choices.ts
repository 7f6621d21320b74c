import type { ImportMapping } from '../../../contract/api/imports.ts';
import type { Option } from '../../ui/index.ts';
import type { Preview } from './import-desk.svelte.ts';

const longestExample = 24;
const mostExamples = 3;

/** The columns of a file to choose from, each with the first thing that stands in it. */
export function columnChoices({ columns, sample }: Pick<Preview, 'columns' | 'sample'>): Option[] {
  return [...new Set(columns)].map((column) => {
    const example = sample.map((row) => row[column]?.trim()).find(Boolean);
    return { value: column, label: example ? `${column} · ${shortened(example)}` : column };
  });
}

/** What stands in a column: its first few different cells. */
export function examplesOf(sample: Preview['sample'], column: ImportMapping[keyof ImportMapping]): string {
  if (!column) return '';
  const cells = new Set(sample.flatMap((row) => row[column]?.trim() || []));
  return [...cells].slice(0, mostExamples).map(shortened).join(' · ');
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestExample ? `${characters.slice(0, longestExample).join('')}…` : text;
}
