import { kinds } from '../shim/shim.ts';

/** What was done to the disk, in the order in which it was done. */
export type Operation =
  | { readonly kind: 'open'; readonly path: string; readonly inode: bigint; readonly isNew: boolean }
  | { readonly kind: 'write'; readonly inode: bigint; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly inode: bigint; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string; readonly inode: bigint; readonly isFolder: boolean }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlink' | 'mkdir'; readonly path: string }
  /** Between two operations: something was answered. */
  | { readonly kind: 'mark'; readonly mark: number };

const headBytes = 32;

/** Reads what `record.c` kept. The data of writes is not copied. */
export function operationsOf(record: Buffer): Operation[] {
  const operations: Operation[] = [];
  for (let at = 0; at < record.length; ) {
    const [pathLength, dataLength] = [record.readUInt32LE(at + 24), record.readUInt32LE(at + 28)];
    const pathAt = at + headBytes;
    const path = record.toString('utf8', pathAt, pathAt + pathLength);
    const data = record.subarray(pathAt + pathLength, pathAt + pathLength + dataLength);
    operations.push(operationOf(record.subarray(at, at + headBytes), path, data));
    at += (headBytes + pathLength + dataLength + 7) & ~7;
  }
  return operations;
}

function operationOf(head: Buffer, path: string, data: Buffer): Operation {
  const [kind, flag, inode] = [head.readUInt32LE(0), head.readUInt32LE(4) === 1, head.readBigUInt64LE(8)];
  const offset = Number(head.readBigUInt64LE(16));
  switch (kind) {
    case kinds.open:
      return { kind: 'open', path, inode, isNew: flag };
    case kinds.write:
      return { kind: 'write', inode, offset, data };
    case kinds.truncate:
      return { kind: 'truncate', inode, size: offset };
    case kinds.sync:
      return { kind: 'sync', path, inode, isFolder: flag };
    case kinds.rename:
      return { kind: 'rename', path, to: data.toString() };
    case kinds.unlink:
      return { kind: 'unlink', path };
    case kinds.mkdir:
      return { kind: 'mkdir', path };
    case kinds.mark:
      return { kind: 'mark', mark: offset };
    default:
      throw new Error(`an operation of kind ${kind} was recorded`);
  }
}
