import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup, BackupWhy } from '../../contract/api/care.ts';
import { lookInto } from '../../db/backup.ts';
import { type History, historyReads, lastCommon } from '../../db/queries/history.ts';
import { isOfShop, type Manifest, manifestsIn } from './manifest.ts';

/** A backup, and the last event it has in common with the open shop, where the file had to be opened to see. */
export type FoundBackup = Omit<Backup, 'history' | 'lost'> & { readonly common: number | undefined };

type Look = {
  readonly history: History | undefined;
  /** The shop's own file is no backup, and neither is what else lies beside it. */
  readonly isShopFolder: boolean;
};

/** The backups in a folder: those with a manifest, others of ours, which are looked into, and files set aside. */
export function findBackups(folder: string, { history, isShopFolder }: Look): FoundBackup[] {
  const names = namesIn(folder);
  const aside = names.filter((name) => name.startsWith('set-aside-')).map((name) => join(folder, name, 'shop.db'));
  const manifests = isShopFolder ? [] : manifestsIn(folder);
  const known = new Set(manifests.map(({ file }) => file));
  const others = isShopFolder
    ? []
    : names.filter((name) => isOther(name) && !known.has(name)).map((name) => join(folder, name));
  return [
    ...manifests.map((manifest) => {
      const { file, at, size, why, head, events } = manifest;
      const path = join(folder, file);
      return { path, at, size, why, head, events, common: commonWith(history, { path, manifest }) };
    }),
    ...[...aside, ...others].map((path) => lookAt(path, history)).filter((found) => found !== undefined),
  ];
}

/**
 * What a manifest says is enough as long as this history begins with the backup; one of another branch, as before a restore, has to be opened.
 */
function commonWith(
  history: History | undefined,
  { path, manifest }: { readonly path: string; readonly manifest: Manifest },
): number | undefined {
  if (!history || !isOfShop(manifest, history.root()) || history.hashOf(manifest.events) === manifest.head)
    return undefined;
  return lookAt(path, history)?.common;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `trial-` is what a migration tries itself on. */
function isOther(name: string): boolean {
  return name.endsWith('.db') && !name.startsWith('trial-');
}

/** Nothing for what is not ours, or cannot be read. */
function lookAt(path: string, history: History | undefined): FoundBackup | undefined {
  try {
    return lookInto(path, (raw) => {
      const own = historyReads(raw);
      const { seq, hash } = own.head();
      const common = history && lastCommon(history, own);
      return { path, ...datedByName(path), size: sizeOf(path), head: hash, events: seq, common: common || undefined };
    });
  } catch {
    return undefined;
  }
}

const stamp = /^set-aside-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/;

function datedByName(path: string): { at: string; why: BackupWhy } {
  const at = statSync(path).mtime.toISOString();
  const [, ...parts] = stamp.exec(basename(join(path, '..'))) ?? [];
  const [year, month, day, hour, minute, second, milli] = parts;
  if (year !== undefined)
    return { at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`, why: 'set-aside' };
  return { at, why: basename(path).startsWith('before-migration-') ? 'before-migration' : 'asked' };
}

/** With the log, which may hold work of its own. */
function sizeOf(path: string): number {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return statSync(path).size + log;
}
