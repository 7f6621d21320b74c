import type { ReadHandler } from '../context.ts';
import { backupsFolder, newestManifest } from './manifest.ts';

/** Cheap enough to ask after every action: cached sums and the newest manifest. The thorough check is `verify`. */
export const health: ReadHandler<'care.health'> = ({ store, folder }) => {
  const { seq, hash } = store.desk.head();
  const { stockCents, goodsAccountCents } = store.ledgers.bothLedgers();
  const backup = newestManifest(backupsFolder(folder));
  return {
    ledgersAgree: stockCents === goodsAccountCents,
    ...(backup && { lastBackupAt: backup.at }),
    changedSinceBackup: backup ? backup.head !== hash : seq > 0,
    folder,
    events: seq,
    head: hash,
  };
};
