import { Parser } from 'saxen';
import { BadWorkbook } from './bad-workbook.ts';

export type Attributes = () => Readonly<Record<string, string>>;

/** What a part of a workbook is read by. Names come without their prefix, text with its entities made characters. */
export type XmlHearer = {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
  /** The rest is not wanted. */
  isDone?(): boolean;
};

/** No part of a workbook is nested deeper. */
const deepest = 200;
/** No single tag, text or comment of a workbook is longer: a cell holds 32,767 characters. */
const longestToken = 1024 * 1024;

/** Reads a part piece by piece, so that only what is made of it takes memory. Refuses what is no XML, and any document type: entities are never made up by a file. */
export async function readXml(pieces: AsyncIterable<Buffer>, hearer: XmlHearer): Promise<void> {
  let waiting = 0;
  let depth = 0;
  const parser = new Parser();
  parser.on('openTag', (name, attributes) => {
    waiting = 0;
    depth += 1;
    if (depth > deepest) throw new BadWorkbook('bomb', 'nested too deeply');
    hearer.open?.(localName(name), () => attributes() || {});
  });
  parser.on('closeTag', (name) => {
    waiting = 0;
    depth -= 1;
    hearer.close?.(localName(name));
  });
  parser.on('text', (text) => hearer.text?.(withCharacters(text)));
  parser.on('cdata', (text) => hearer.text?.(text));
  parser.on('attention', () => {
    throw new BadWorkbook('bomb', 'a document type');
  });
  parser.on('error', (error) => {
    throw new BadWorkbook('workbook', error.message);
  });
  for await (const text of textOf(pieces)) {
    waiting += text.length;
    if (waiting > longestToken) throw new BadWorkbook('workbook', 'a token without an end');
    parser.write(text);
    if (hearer.isDone?.()) return;
  }
  parser.end();
}

/** XML is UTF-8 unless it begins with the mark of UTF-16. */
async function* textOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's own five entities and characters by number; any other name stands as it is. */
export function withCharacters(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
