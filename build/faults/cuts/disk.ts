import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Random } from '../random.ts';
import { DiskFile, type Left } from './disk-file.ts';
import type { Operation } from './operations.ts';

/** A change of names that is not safe before its folder is synced. */
type NameChange =
  | { readonly kind: 'made' | 'gone'; readonly path: string; readonly file: DiskFile }
  | { readonly kind: 'renamed'; readonly path: string; readonly moves: readonly Move[] };
type Move = { readonly path: string; readonly to: string; readonly file: DiskFile };

/**
 * The disk under a folder, as strict as POSIX lets it be: syncing a file makes its content safe but not its name, which takes a sync of
 * the folder. Journalling file systems keep more than that.
 */
export class Disk {
  readonly #root: string;
  readonly #files = new Map<bigint, DiskFile>();
  /** The names that are safe, and those that the program sees. */
  readonly #safe = new Map<string, DiskFile>();
  readonly #seen = new Map<string, DiskFile>();
  readonly #folders = new Set<string>();
  #changes: NameChange[] = [];

  /** Begins with the folder as it is now, all of it safe. */
  constructor(root: string) {
    this.#root = root;
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory()) this.#folders.add(path);
      else this.#add(path, new DiskFile(readFileSync(path)), statSync(path, { bigint: true }).ino);
    }
    for (const [path, file] of this.#seen) this.#safe.set(path, file);
  }

  #add(path: string, file: DiskFile, inode: bigint): void {
    this.#files.set(inode, file);
    this.#seen.set(path, file);
  }

  do(operation: Operation): void {
    switch (operation.kind) {
      case 'open':
        if (operation.isNew) this.#make(operation);
        break;
      case 'write':
        this.#file(operation.inode).write(operation.offset, operation.data);
        break;
      case 'truncate':
        this.#file(operation.inode).truncate(operation.size);
        break;
      case 'sync':
        if (operation.isFolder) this.#syncFolder(operation.path);
        else this.#file(operation.inode).sync();
        break;
      case 'rename':
        this.#rename(operation);
        break;
      case 'unlink':
        this.#unlink(operation.path);
        break;
      case 'mkdir':
        // An empty folder more or less makes no difference; files come with theirs.
        this.#folders.add(operation.path);
        break;
      case 'mark':
        break;
    }
  }

  #file(inode: bigint): DiskFile {
    const file = this.#files.get(inode);
    if (!file) throw new Error(`nobody made file ${inode}`);
    return file;
  }

  #make({ path, inode }: { readonly path: string; readonly inode: bigint }): void {
    const file = new DiskFile(Buffer.alloc(0));
    this.#add(path, file, inode);
    this.#changes.push({ kind: 'made', path, file });
  }

  /** A folder takes along what is in it, all at once. */
  #rename({ path, to }: { readonly path: string; readonly to: string }): void {
    const moves = [...this.#seen]
      .filter(([name]) => name === path || name.startsWith(`${path}/`))
      .map(([name, file]) => ({ path: name, to: to + name.slice(path.length), file }));
    for (const move of moves) {
      this.#seen.delete(move.path);
      this.#seen.set(move.to, move.file);
    }
    if (this.#folders.delete(path)) this.#folders.add(to);
    this.#changes.push({ kind: 'renamed', path: to, moves });
  }

  #unlink(path: string): void {
    const file = this.#seen.get(path);
    if (!file) {
      this.#folders.delete(path);
      return;
    }
    this.#seen.delete(path);
    this.#changes.push({ kind: 'gone', path, file });
  }

  #syncFolder(folder: string): void {
    const isHere = ({ path }: NameChange): boolean => dirname(path) === folder;
    for (const change of this.#changes.filter(isHere)) applyName(this.#safe, change);
    this.#changes = this.#changes.filter((change) => !isHere(change));
  }

  /** Writes what a power cut at this moment leaves into a folder. */
  writeImage(to: string, random: Random): void {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to);
    for (const folder of this.#folders) mkdirSync(join(to, relative(this.#root, folder)), { recursive: true });
    for (const [path, file] of this.#namesAfter(random)) {
      const place = join(to, relative(this.#root, path));
      mkdirSync(dirname(place), { recursive: true });
      const content = path.endsWith('-shm') ? sharedMemory(random) : file.after(howMuch(random), random);
      writeFileSync(place, content);
    }
  }

  /** Throws when the folder is not as this disk has it: then something was done to it that the shim did not see. */
  assertLike(folder: string): void {
    for (const [path, file] of this.#seen) {
      if (path.endsWith('-shm')) continue;
      const place = join(folder, relative(this.#root, path));
      if (!readFileSync(place).equals(file.seen())) throw new Error(`${place} was changed unseen`);
    }
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    if (names.length !== this.#seen.size) throw new Error(`${folder} has files that nobody made`);
  }

  #namesAfter(random: Random): Map<string, DiskFile> {
    const names = new Map(this.#safe);
    const left = howMuch(random);
    if (left === 'nothing') return names;
    // Journalling file systems keep the order of names; others may keep any of them.
    const inOrder = random.percent(50) ? random.below(this.#changes.length + 1) : undefined;
    for (const [index, change] of this.#changes.entries()) {
      const isKept = left === 'everything' || (inOrder === undefined ? random.percent(50) : index < inOrder);
      if (isKept) applyName(names, change);
    }
    return names;
  }
}

function howMuch(random: Random): Left {
  const of = random.below(6);
  return of === 0 ? 'nothing' : of === 1 ? 'everything' : 'something';
}

/** The file in shared memory is never synced: it may hold anything, or not be there. */
function sharedMemory(random: Random): Buffer {
  const length = random.pick([0, 4096, 32_768]);
  return Buffer.from(Array.from({ length }, () => (length === 4096 ? random.below(256) : 0)));
}

function applyName(names: Map<string, DiskFile>, change: NameChange): void {
  if ('moves' in change) {
    for (const move of change.moves) {
      forget(names, move);
      names.set(move.to, move.file);
    }
  } else if (change.kind === 'made') names.set(change.path, change.file);
  else forget(names, change);
}

function forget(
  names: Map<string, DiskFile>,
  { path, file }: { readonly path: string; readonly file: DiskFile },
): void {
  if (names.get(path) === file) names.delete(path);
}
