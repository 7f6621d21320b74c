import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../db/sync.ts';
import { remove, tidy } from '../../db/tidy.ts';
import { dayIn } from '../clock.ts';
import type { LongReadContext } from '../context.ts';
import { isOfShop, manifestPath, manifestsIn } from './manifest.ts';
import { superfluous, superfluousBeforeMigration } from './rotation.ts';

/** A backup needs no connection: what it copies it opens itself. */
export type BackupContext = Omit<LongReadContext, 'connection' | 'signal'>;

/**
 * Removes what a backup just made and verified in a folder made superfluous, each with its manifest: the manifest last, so that a kill leaves
 * no backup without one. What cannot be removed stays until another time: the backup itself has been made.
 */
export function rotate(folder: string, { settings, store }: Pick<BackupContext, 'settings' | 'store'>): void {
  const root = store.history.root();
  const own = manifestsIn(folder).filter((manifest) => isOfShop(manifest, root));
  const paths = superfluous(own, (at) => dayIn(settings.timeZone, at))
    .concat(superfluousBeforeMigration(readdirSync(folder)))
    .map((name) => join(folder, name));
  if (paths.length === 0) return;
  const removals = paths.map((path) => () => {
    remove(path);
    remove(manifestPath(path));
  });
  tidy(...removals, () => syncFolder(folder));
}
