import type { Backup } from '../../contract/api/care.ts';
import type { KeepingContext, KeepingHandler, OpenedShop } from '../context.ts';
import { refuse } from '../refused.ts';
import { type FoundBackup, findBackups } from './find-backups.ts';
import { lossesAfter } from './loss.ts';
import { backupsFolder } from './manifest.ts';
import { isReachable } from './second.ts';

/** The copies in the backup folders, or in a folder somebody names, with what going back to each would lose. */
export const listBackups: KeepingHandler<'care.backups'> = (context, { folder }) => {
  if (folder !== undefined && !isReachable(folder)) return refuse('no-such-file', { path: folder });
  const folders = folder === undefined ? ownFolders(context) : [{ path: folder, second: false, reachable: true }];
  const places =
    folder === undefined ? [context.folder, ...folders.map(({ path }) => path)] : [folder, backupsFolder(folder)];
  const history = context.shop?.store.history;
  const found = [...new Set(places)].flatMap((place) =>
    findBackups(place, { history, isShopFolder: place === context.folder }),
  );
  const items = context.shop ? withLosses(found, context.shop) : found.map(withoutLoss);
  return { items: items.sort((a, b) => (a.at < b.at ? 1 : -1)), folders };
};

function ownFolders({ folder, shop }: KeepingContext): { path: string; second: boolean; reachable: boolean }[] {
  const path = backupsFolder(folder);
  const own = { path, second: false, reachable: isReachable(path) || isReachable(folder) };
  const second = shop?.settings.secondBackupFolder ?? '';
  return second === '' ? [own] : [own, { path: second, second: true, reachable: isReachable(second) }];
}

function withoutLoss({ common: _, ...backup }: FoundBackup): Backup {
  return { ...backup, history: 'unknown' };
}

/** What comes after the last event that both have is lost, if they have any in common. */
function withLosses(found: readonly FoundBackup[], { store }: OpenedShop): Backup[] {
  const { history } = store;
  const commons = found.map(({ events, head, common }) => (history.hashOf(events) === head ? events : common));
  const losses = lossesAfter(
    history,
    commons.filter((common) => common !== undefined),
  );
  return found.map(({ common: _, ...backup }, index) => {
    const common = commons[index];
    const lost = common === undefined ? undefined : losses.get(common);
    return { ...backup, history: common === backup.events ? 'same' : 'other', ...(lost && { lost }) };
  });
}
