import type { Random } from '../random.ts';

const sectorBytes = 512;

type Change = { readonly offset: number; readonly data: Buffer } | { readonly size: number };

/** How much of what was not synced a power cut leaves. */
export type Left = 'nothing' | 'everything' | 'something';

/**
 * A file as the disk has it: what was synced is safe. What was written since is in the drive's cache: the length may be as it was at any
 * time, and each sector as it was after any of the writes to it. A file is cut short wholly or not at all: a file system keeps that in
 * its own journal, and what was written after it went elsewhere while it is not kept.
 */
export class DiskFile {
  #safe: Buffer;
  #changes: Change[] = [];
  #size: number;

  constructor(content: Buffer) {
    this.#safe = content;
    this.#size = content.length;
  }

  write(offset: number, data: Buffer): void {
    this.#changes.push({ offset, data });
    this.#size = Math.max(this.#size, offset + data.length);
  }

  truncate(size: number): void {
    this.#changes.push({ size });
    this.#size = size;
  }

  sync(): void {
    this.#safe = this.seen();
    this.#changes = [];
  }

  /** What is found after a power cut. */
  after(left: Left, random: Random): Buffer {
    if (left === 'everything') return this.seen();
    if (left === 'nothing' || this.#changes.length === 0) return this.#safe;
    return this.#withSome(random);
  }

  /** As the program sees it. */
  seen(): Buffer {
    return this.#changes.length === 0 ? this.#safe : this.#withAll();
  }

  #withSome(random: Random): Buffer {
    const sizes = this.#sizes();
    const known = random.below(sizes.length);
    const lost = this.#changes.findIndex((change, index) => index >= known && isCut(change, sizes[index] ?? 0));
    const changes = lost < 0 ? this.#changes : this.#changes.slice(0, lost);
    const content = Buffer.alloc(Math.max(...sizes));
    this.#safe.copy(content);
    for (const [sector, own] of bySector(changes, sizes)) {
      const cut = own.findLastIndex((change) => 'size' in change);
      const kept = random.below(own.length - cut) + cut + 1;
      for (const change of own.slice(0, kept)) applyToSector(content, sector, change);
    }
    return content.subarray(0, sizes[known]);
  }

  #withAll(): Buffer {
    const content = Buffer.alloc(Math.max(...this.#sizes()));
    this.#safe.copy(content);
    for (const change of this.#changes) {
      if ('size' in change) content.fill(0, change.size);
      else change.data.copy(content, change.offset);
    }
    return content.subarray(0, this.#size);
  }

  /** Every length it has had since it was synced. */
  #sizes(): number[] {
    const sizes = [this.#safe.length];
    for (const change of this.#changes) {
      const last = sizes.at(-1) ?? 0;
      sizes.push('size' in change ? change.size : Math.max(last, change.offset + change.data.length));
    }
    return sizes;
  }
}

/** A change of length to less than it was. */
function isCut(change: Change, before: number): boolean {
  return 'size' in change && change.size < before;
}

function bySector(changes: readonly Change[], sizes: readonly number[]): Map<number, Change[]> {
  const sectors = new Map<number, Change[]>();
  for (const [index, change] of changes.entries()) {
    const [from, to] =
      'size' in change ? [change.size, sizes[index] ?? 0] : [change.offset, change.offset + change.data.length];
    for (let sector = Math.floor(from / sectorBytes); sector * sectorBytes < to; sector += 1) {
      const own = sectors.get(sector);
      if (own) own.push(change);
      else sectors.set(sector, [change]);
    }
  }
  return sectors;
}

function applyToSector(content: Buffer, sector: number, change: Change): void {
  const [start, end] = [sector * sectorBytes, Math.min((sector + 1) * sectorBytes, content.length)];
  if ('size' in change) {
    content.fill(0, Math.min(Math.max(start, change.size), end), end);
    return;
  }
  const [from, to] = [Math.max(start, change.offset), Math.min(end, change.offset + change.data.length)];
  change.data.copy(content, from, from - change.offset, to - change.offset);
}
