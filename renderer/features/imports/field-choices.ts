import type { Preview } from './import-desk.svelte.ts';

const longestExample = 24;

/** The columns of a file to choose from, each with the first thing that stands in it. */
export function columnChoices({
  columns,
  sample,
}: Pick<Preview, 'columns' | 'sample'>): { value: string; label: string }[] {
  return [...new Set(columns)].map((column) => {
    const example = sample.map((row) => row[column]?.trim()).find(Boolean);
    return { value: column, label: example ? `${column} · ${shortened(example)}` : column };
  });
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestExample ? `${characters.slice(0, longestExample).join('')}…` : text;
}
