import { longestLine } from '../limits.ts';
import { BadWorkbook } from './bad-workbook.ts';
import type { XmlHearer } from './xml.ts';

/** A character that XML cannot hold, as spreadsheets write it: `_x000D_`. */
const escaped = /_x([\da-f]{4})_/gi;

export function withEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** A text with more to it, while it is no longer than a whole row may be. */
export function joined(text: string, more: string): string {
  if (text.length + more.length > longestLine) throw new BadWorkbook('too-wide', 'a cell of too much text');
  return text + more;
}

/**
 * Hears a text that is put together of runs: all that stands in `t`, without the hints at how it is said (`rPh`). `begin` starts the next
 * one.
 */
export function createTextGatherer(): Required<Pick<XmlHearer, 'open' | 'close' | 'text'>> & {
  begin(): void;
  gathered(): string;
} {
  let gathered = '';
  let isInText = false;
  let isInHint = false;
  return {
    begin: () => {
      gathered = '';
    },
    gathered: () => withEscapes(gathered),
    open: (name) => {
      if (name === 't') isInText = true;
      else if (name === 'rPh') isInHint = true;
    },
    close: (name) => {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isInHint = false;
    },
    text: (text) => {
      if (isInText && !isInHint) gathered = joined(gathered, text);
    },
  };
}

/** What all shared texts of a workbook may take in memory; each takes a little beside its characters. */
const mostMemory = 128 * 1024 * 1024;
const bytesPerCharacter = 2;
const bytesPerText = 32;

/** Texts that cells name by their number. */
export function createSharedStrings(): { readonly hearer: XmlHearer; readonly strings: readonly string[] } {
  const strings: string[] = [];
  let memory = 0;
  const runs = createTextGatherer();
  const hearer: XmlHearer = {
    ...runs,
    open: (name, attributes) => {
      if (name === 'si') runs.begin();
      else runs.open(name, attributes);
    },
    close: (name) => {
      if (name !== 'si') return runs.close(name);
      const text = runs.gathered();
      memory += text.length * bytesPerCharacter + bytesPerText;
      if (memory > mostMemory) throw new BadWorkbook('too-large', 'too much shared text');
      strings.push(text);
    },
  };
  return { hearer, strings };
}
