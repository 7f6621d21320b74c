import { type Block, blocksOf } from './markdown.ts';

export type Chapter = { readonly title: string; readonly blocks: readonly Block[] };

/** The guide by its second headings; what stands before the first of them is a chapter under the guide's own title. */
export function chaptersOf(text: string): { readonly title: string; readonly chapters: readonly Chapter[] } {
  const chapters: { title: string; blocks: Block[] }[] = [];
  let title = '';
  for (const block of blocksOf(text)) {
    const words = block.kind === 'heading' ? block.runs.map((run) => run.text).join('') : '';
    if (block.kind === 'heading' && block.level <= 2) {
      if (block.level === 1) title = words;
      chapters.push({ title: words, blocks: [] });
    } else chapters.at(-1)?.blocks.push(block);
  }
  return { title, chapters };
}
