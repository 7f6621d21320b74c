import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

type Sync = {
  readonly name: string;
  /** A folder of that name anywhere above. */
  readonly folder?: RegExp;
  /** A file that the program keeps in the folder it copies. */
  readonly marker?: string;
  /** Names of variables with the path of its folder. */
  readonly variables?: readonly string[];
};

/** Programs that copy a folder elsewhere while we write into it. A database in the middle of a write is no database. */
const syncs: readonly Sync[] = [
  {
    name: 'OneDrive',
    folder: /^OneDrive( - .+)?$/i,
    variables: ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'],
  },
  { name: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i, marker: '.dropbox.cache' },
  { name: 'iCloud Drive', folder: /^(com~apple~CloudDocs|iCloud ?Drive)$/i },
  { name: 'Google Drive', folder: /^(Google ?Drive.*|GoogleDrive-.+|DriveFS)$/i, marker: '.tmp.driveupload' },
  { name: '坚果云 Nutstore', folder: /^(Nutstore( ?Files)?|我的坚果云|坚果云)$/i, marker: '.nutstore' },
  { name: '百度网盘', folder: /^(Baidu(SyncDisk|NetdiskWorkspace|Netdisk)|百度网盘(同步空间)?|百度同步盘)$/i },
  { name: '腾讯微云', folder: /^(Weiyun|微云(同步助手|同步盘)?|腾讯微云)$/i },
  { name: '阿里云盘', folder: /^(aDrive|Aliyun ?Drive|阿里云盘)$/i },
  { name: 'Syncthing', marker: '.stfolder' },
  { name: 'Nextcloud', folder: /^Nextcloud$/i, marker: '.nextcloudsync.log' },
  { name: 'ownCloud', folder: /^ownCloud$/i, marker: '.owncloudsync.log' },
];

/** What is asked of the machine; tests say something else. */
export type Place = {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
};

const thisMachine: Place = { variables: process.env, exists: existsSync };

/** The program that copies a folder elsewhere, known by the names of the folders above it, by its marks in them, or by the environment. */
export function syncedBy(folder: string, place: Place = thisMachine): string | undefined {
  const above = foldersAbove(resolve(folder));
  return syncs.find((sync) => above.some((path) => isCopiedBy(sync, path, place)))?.name;
}

function isCopiedBy({ folder, marker, variables = [] }: Sync, path: string, place: Place): boolean {
  const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  return (
    folder?.test(name) === true ||
    (marker !== undefined && place.exists(join(path, marker))) ||
    variables.some((variable) => isSamePath(place.variables[variable], path))
  );
}

function isSamePath(one: string | undefined, other: string): boolean {
  const plain = (path: string): string => path.replace(/[\\/]+$/, '').toLowerCase();
  return one !== undefined && one !== '' && plain(one) === plain(other);
}

/** The folder itself and all it lies in. */
function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
