import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, getRawHeader } from '@electron/asar';
import { packFolder } from '../../build/pack/pack.ts';
import { makeStandInDist } from '../../build/pack/stand-in-dist.ts';
import { type PackTarget, targetName } from '../../build/pack/target.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the archive's own list says of a file. */
export type ArchivedFile = {
  readonly path: string;
  readonly unpacked: boolean;
  readonly sha256: string;
};
export type Packed = {
  readonly target: PackTarget;
  /** Everything that was packed for the target. */
  readonly folder: string;
  /** What is started; of a Mac's bundle, the bundle. */
  readonly program: string;
  readonly resources: string;
  readonly archive: string;
  readonly files: readonly ArchivedFile[];
  /** As the archive begins: its fingerprint is kept outside. */
  readonly header: string;
};

type Entry = { files?: Record<string, Entry>; unpacked?: boolean; integrity?: { hash: string } };

function filesOf({ files = {} }: Entry, below = ''): ArchivedFile[] {
  return Object.entries(files).flatMap(([name, entry]) => {
    const path = `${below}${name}`;
    if (entry.files) return filesOf(entry, `${path}/`);
    return [{ path, unpacked: entry.unpacked ?? false, sha256: entry.integrity?.hash ?? '' }];
  });
}

const places = {
  linux: { program: 'backshelf', resources: 'resources' },
  win32: { program: 'Backshelf.exe', resources: 'resources' },
  darwin: { program: 'Backshelf.app', resources: 'Backshelf.app/Contents/Resources' },
};

/** Packs what is compiled in `out/` into a stand-in for Electron. */
export async function packed(target: PackTarget, output: string): Promise<Packed> {
  const electronDist = mkdtempSync(join(output, 'electron-'));
  makeStandInDist(electronDist, target);
  const folder = await packFolder({ root, target, output: join(output, 'packed'), electronDist });
  const { program, resources } = places[target.platform];
  const archive = join(folder, resources, 'app.asar');
  const { header, headerString } = getRawHeader(archive) as { header: Entry; headerString: string };
  return {
    target,
    folder,
    program: join(folder, program),
    resources: join(folder, resources),
    archive,
    files: filesOf(header),
    header: headerString,
  };
}

/** Lays the archive's content out as files, below `output`. */
export function unpacked({ archive, target }: Packed, output: string): string {
  const folder = join(output, `unpacked-${targetName(target)}`);
  extractAll(archive, folder);
  return folder;
}

/** Every file below a folder, by its path with slashes. */
export function below(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')).sort();
}

/** A folder of its own for what is packed. */
export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), 'backshelf-package-'));

/** Lets nothing onto a network from here on, and keeps what was tried. */
export function cutOff(): { readonly tried: unknown[]; restore(): void } {
  const { connect } = Socket.prototype;
  const tried: unknown[] = [];
  Socket.prototype.connect = function refuse(this: Socket, ...to: unknown[]): Socket {
    tried.push(to);
    return this.destroy(new Error('There is no network here.'));
  } as typeof connect;
  return {
    tried,
    restore: () => {
      Socket.prototype.connect = connect;
    },
  };
}

export const outFile = (name: string): Buffer => readFileSync(join(root, 'out', name));
