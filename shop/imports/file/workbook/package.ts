import { posix } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { largestDescription, largestUnpacked } from '../limits.ts';
import { BadWorkbook } from './bad-workbook.ts';

/** A workbook has a few dozen parts; pictures make it some hundreds. */
const mostParts = 10_000;
/** Tables pack well; what packs better than this was made to burst. */
const tightestPacking = 200;
const localHeaderLength = 30;
/** No workbook has a file of its own within: these are packed for a download, often with a password. */
const table = /\.(csv|txt|xlsx?|gz)$/i;

/** The parts of a workbook by their names, which count without case. */
export type Package = {
  has(name: string): boolean;
  /** The bytes of a part as they are unpacked. Throws when they are not what the package says of them. */
  pieces(name: string): AsyncGenerator<Buffer>;
  /** The same of a part that only describes others, and is not long. */
  description(name: string): AsyncGenerator<Buffer>;
};

/**
 * Opens a ZIP package and looks at what it says of itself before anything is unpacked: how much it would be, whether its parts lie apart from
 * each other, whether it has a password. Packages within it are never opened.
 */
export async function openPackage(bytes: Buffer): Promise<Package> {
  const zip = await orBad(fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }));
  if (zip.entryCount > mostParts) throw new BadWorkbook('bomb', `${zip.entryCount} parts`);
  const entries = await entriesOf(zip);
  if (entries.some(({ fileName }) => table.test(fileName))) throw new BadWorkbook('archive', 'tables packed together');
  assertHarmless(entries, bytes.length);
  const parts = new Map<string, Entry>();
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase();
    if (parts.has(name)) throw new BadWorkbook('workbook', `two parts ${entry.fileName}`);
    parts.set(name, entry);
  }
  const partOf = (name: string): Entry => {
    const entry = parts.get(name.toLowerCase());
    if (!entry) throw new BadWorkbook('workbook', `no part ${name}`);
    return entry;
  };
  return {
    has: (name) => parts.has(name.toLowerCase()),
    pieces: (name) => piecesOf(zip, partOf(name)),
    description: (name) => {
      const { uncompressedSize } = partOf(name);
      if (uncompressedSize > largestDescription) throw new BadWorkbook('too-large', `${name} has ${uncompressedSize}`);
      return piecesOf(zip, partOf(name));
    },
  };
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Entry[]>();
  const entries: Entry[] = [];
  zip.on('entry', (entry: Entry) => {
    entries.push(entry);
    zip.readEntry();
  });
  zip.on('end', () => resolve(entries));
  zip.on('error', reject);
  zip.readEntry();
  return orBad(promise);
}

function assertHarmless(entries: readonly Entry[], packedLength: number): void {
  if (entries.some((entry) => entry.isEncrypted())) throw new BadWorkbook('protected', 'a part has a password');
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > largestUnpacked)
    throw new BadWorkbook(unpacked > tightestPacking * packedLength ? 'bomb' : 'too-large', `unpacks to ${unpacked}`);
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of inOrder.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + localHeaderLength + entry.compressedSize;
    const next = inOrder[index + 1];
    if (next && end > next.relativeOffsetOfLocalHeader) throw new BadWorkbook('bomb', 'parts lie in each other');
  }
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await orBad(zip.openReadStreamPromise(entry));
  let sum = 0;
  let length = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      length += piece.length;
      yield piece;
    }
  } catch (error) {
    if (error instanceof BadWorkbook) throw error;
    throw new BadWorkbook(isLie(error) ? 'bomb' : 'workbook', messageOf(error));
  }
  if (sum !== entry.crc32 || length !== entry.uncompressedSize)
    throw new BadWorkbook('workbook', `${entry.fileName} is damaged`);
}

/** The package unpacks to more than it says. */
function isLie(error: unknown): boolean {
  return messageOf(error).startsWith('too many bytes in the stream');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function orBad<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    throw new BadWorkbook('workbook', messageOf(error));
  }
}

/** The name of a part that another one points to, from the folder that one lies in. */
export function partName(folder: string, target: string): string {
  const name = target.startsWith('/') ? target : posix.join('/', folder, target);
  return posix.normalize(name).slice(1);
}
