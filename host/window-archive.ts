import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/**
 * The window's files in one, compressed to a quarter: what an installed program carries. First how long the list is (four bytes), then the
 * list of paths and lengths as JSON, then the files one after the other.
 */
export type WindowContent = ReadonlyMap<string, Buffer<ArrayBuffer>>;

const lengthBytes = 4;
/** The next steps make it a tenth smaller, in ten times the time. */
const quality = 9;

export function packWindow(content: WindowContent): Buffer {
  const list = Buffer.from(JSON.stringify([...content].map(([path, bytes]) => [path, bytes.length])));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(list.length);
  const whole = Buffer.concat([length, list, ...content.values()]);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(whole, {
    params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: whole.length },
  });
}

export function unpackWindow(archive: Buffer): WindowContent {
  const whole = brotliDecompressSync(archive) as Buffer<ArrayBuffer>;
  let at = lengthBytes + whole.readUInt32LE(0);
  const list = JSON.parse(whole.subarray(lengthBytes, at).toString()) as [string, number][];
  return new Map(
    list.map(([path, length]) => {
      at += length;
      return [path, whole.subarray(at - length, at)];
    }),
  );
}
