import { statfsSync, statSync } from 'node:fs';
import type { Output } from '../../contract/api.ts';
import { shopFile } from '../../db/open.ts';
import type { NotedReadContext, ReadHandler } from '../context.ts';
import { clockState } from './clock.ts';
import { backupsFolder, isOfShop, type Manifest, manifestsIn } from './manifest.ts';
import { syncedBy } from './place.ts';
import { isReachable } from './second.ts';

type Health = Output<'care.health'>;

/** Cheap enough to ask after every action: cached sums, known manifests, and a disk that is asked only now and then. */
export const health: ReadHandler<'care.health'> = (context) => {
  const { store, folder, notes, clockDay, today } = context;
  const { seq, hash } = store.desk.head();
  const { stockCents, goodsAccountCents } = store.ledgers.bothLedgers();
  const backups = ownBackups(context, backupsFolder(folder));
  const around = aroundOf(context);
  return {
    ledgersAgree: stockCents === goodsAccountCents,
    ...(backups[0] && { lastBackupAt: backups[0].at }),
    changedSinceBackup: seq > 0 && !backups.some(({ head }) => head === hash),
    ...(notes.backupTrouble && { backupTrouble: notes.backupTrouble }),
    ...secondOf(context, around),
    folder,
    events: seq,
    head: hash,
    startCheck: notes.startCheck,
    clock: { state: clockState(context), clockDay, today },
    ...(around.freeBytes !== undefined && { freeBytes: around.freeBytes }),
    spaceLow: around.spaceLow,
    ...(around.syncedBy !== undefined && { syncedBy: around.syncedBy }),
  };
};

/** Newest first. */
function ownBackups({ store }: NotedReadContext, folder: string): readonly Manifest[] {
  const root = store.history.root();
  return manifestsIn(folder).filter((manifest) => isOfShop(manifest, root));
}

/** What is asked of the system, which can take its time: a folder on a disk that sleeps, say. */
type Around = {
  readonly askedAt: number;
  readonly secondReachable: boolean;
  readonly freeBytes: number | undefined;
  readonly spaceLow: boolean;
  readonly syncedBy: string | undefined;
};

const askAgainAfterMs = 5000;
const known = new Map<string, Around>();

function aroundOf({ folder, settings }: NotedReadContext): Around {
  const second = settings.secondBackupFolder;
  const key = `${folder}\n${second}`;
  const earlier = known.get(key);
  const now = performance.now();
  if (earlier && now - earlier.askedAt < askAgainAfterMs) return earlier;
  const around = {
    askedAt: now,
    secondReachable: second !== '' && isReachable(second),
    ...spaceOf(folder),
    syncedBy: syncedBy(folder),
  };
  known.set(key, around);
  return around;
}

const gigabyte = 2 ** 30;

/** A migration or a restore needs the file's size twice over; a shop writes for years into what is left of a gigabyte. */
function spaceOf(folder: string): Pick<Around, 'freeBytes' | 'spaceLow'> {
  try {
    const { bavail, bsize } = statfsSync(folder);
    const freeBytes = bavail * bsize;
    const { size } = statSync(shopFile(folder));
    return { freeBytes, spaceLow: freeBytes < Math.max(gigabyte, 3 * size) };
  } catch {
    return { freeBytes: undefined, spaceLow: false };
  }
}

function secondOf(context: NotedReadContext, { secondReachable }: Around): Pick<Health, 'second'> {
  const folder = context.settings.secondBackupFolder;
  if (folder === '') return {};
  const [newest] = secondReachable ? ownBackups(context, folder) : [];
  return { second: { folder, reachable: secondReachable, ...(newest && { lastBackupAt: newest.at }) } };
}
