import type { ReadHandler } from '../context.ts';
import { clockState } from './clock.ts';
import { backupsFolder, newestManifest } from './manifest.ts';

/** Cheap enough to ask after every action: cached sums and the newest manifest. The thorough check is `verify`. */
export const health: ReadHandler<'care.health'> = (context) => {
  const { store, folder, notes, clockDay, today } = context;
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
    startCheck: notes.startCheck,
    ...(notes.backupTrouble && { backupTrouble: notes.backupTrouble }),
    clock: { state: clockState(context), clockDay, today },
    spaceLow: false,
  };
};
