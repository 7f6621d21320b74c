import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What stands beside every backup: enough to tell whether the copy is whole and what it holds. */
export const manifestSchema = z.object({
  file: z.string(),
  at: z.string(),
  sha256: z.string(),
  size: z.int(),
  head: z.string(),
  events: z.int(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export function backupsFolder(folder: string): string {
  return join(folder, 'backups');
}

const manifestName = /^shop-\d{8}T\d{9}Z-[0-9a-f]{8}\.json$/;

/** Names begin with the time, so the last is the newest; the letters after it are the head's. */
export function backupName({ at, head }: Pick<Manifest, 'at' | 'head'>): string {
  return `shop-${at.replace(/[-:.]/g, '')}-${head.slice(0, 8)}`;
}

/** The newest backup whose manifest can be read. */
export function newestManifest(folder: string): Manifest | undefined {
  for (const name of manifestNames(folder).sort().reverse()) {
    const manifest = readManifest(join(folder, name));
    if (manifest) return manifest;
  }
  return undefined;
}

function manifestNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => manifestName.test(name));
  } catch {
    return [];
  }
}

function readManifest(path: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
