import type { XmlHearer } from './xml.ts';

/** A character that XML cannot hold, as spreadsheets write it: `_x000D_`. */
const escaped = /_x([\da-f]{4})_/gi;

export function withEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
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
      if (isInText && !isInHint) gathered += text;
    },
  };
}

/** Texts that cells name by their number. */
export function createSharedStrings(): { readonly hearer: XmlHearer; readonly strings: readonly string[] } {
  const strings: string[] = [];
  const runs = createTextGatherer();
  const hearer: XmlHearer = {
    ...runs,
    open: (name, attributes) => {
      if (name === 'si') runs.begin();
      else runs.open(name, attributes);
    },
    close: (name) => {
      if (name === 'si') strings.push(runs.gathered());
      else runs.close(name);
    },
  };
  return { hearer, strings };
}
