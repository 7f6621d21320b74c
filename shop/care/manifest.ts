import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupWhySchema } from '../../contract/api/care.ts';
import { stampOf } from '../../contract/values/days.ts';

/** What stands beside every backup: enough to tell whether the copy is whole and what it holds. */
export const manifestSchema = z.object({
  file: z.string(),
  at: z.string(),
  sha256: z.string(),
  size: z.int(),
  head: z.string(),
  events: z.int(),
  /** The first ones were all asked for, and did not say so. */
  why: backupWhySchema.default('asked'),
  /** Of its schema. */
  version: z.int().default(1),
  /** Fingerprint of its first event, which tells one shop from another; empty when there is none. */
  root: z.string().default(''),
});
export type Manifest = z.infer<typeof manifestSchema>;

export function backupsFolder(folder: string): string {
  return join(folder, 'backups');
}

/** Names begin with the time, so the last is the newest; the letters after it are the head's. */
export function backupName({ at, head }: Pick<Manifest, 'at' | 'head'>): string {
  return `shop-${stampOf(at)}-${head.slice(0, 8)}`;
}

export function manifestPath(backup: string): string {
  return backup.replace(/\.db$/, '.json');
}

/** The manifest of a backup; nothing when there is none, or none that can be read. */
export function manifestBeside(backup: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(manifestPath(backup), 'utf8')));
  } catch {
    return undefined;
  }
}

const manifestName = /^shop-\d{8}T\d{9}Z-[0-9a-f]{8}\.json$/;

/** A folder changes when a file appears in it or goes: as long as it has not, its manifests need not be read again. */
const known = new Map<string, { readonly changedAt: bigint; readonly manifests: readonly Manifest[] }>();

/** The manifests in a folder whose backup lies there too, newest first; none of a folder that cannot be read. */
export function manifestsIn(folder: string): readonly Manifest[] {
  const changedAt = changeOf(folder);
  if (changedAt === undefined) return [];
  const earlier = known.get(folder);
  if (earlier?.changedAt === changedAt) return earlier.manifests;
  const manifests = readManifests(folder);
  known.set(folder, { changedAt, manifests });
  return manifests;
}

function changeOf(folder: string): bigint | undefined {
  try {
    return statSync(folder, { bigint: true }).mtimeNs;
  } catch {
    return undefined;
  }
}

function readManifests(folder: string): Manifest[] {
  try {
    const names = new Set(readdirSync(folder));
    return [...names]
      .filter((name) => manifestName.test(name))
      .map((name) => manifestBeside(join(folder, name.replace(/\.json$/, '.db'))))
      .filter((manifest) => manifest !== undefined)
      .filter(({ file }) => names.has(file))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  } catch {
    return [];
  }
}

/** Whether a backup was made of the shop whose first event this is: in a second folder several shops may meet. */
export function isOfShop({ root }: Manifest, own: string): boolean {
  return root === '' || own === '' || root === own;
}
