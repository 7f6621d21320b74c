import type { ErrandNews, MoveUnfit } from '../contract/move.ts';
import { CannotOpen } from '../db/cannot-open.ts';
import { takeLock } from '../db/lock.ts';
import { CopyDiffers, copyShop, finish, giveUp } from './move/copy.ts';
import { type Places, unfitness } from './move/fitness.ts';
import { startShop } from './start.ts';

type Errand = Places & {
  readonly errand: 'look-at' | 'copy-to';
  readonly tell: (news: ErrandNews) => void;
};

/** Looks whether a folder can take the shop in, or copies the shop into it. The shop's own folder is only read; it must not be open. */
export async function runErrand({ errand, from, to, tell }: Errand): Promise<void> {
  const unfit = unfitness({ from, to });
  if (unfit) return tell({ unfit });
  if (errand === 'look-at') return tell({ done: { isWhole: true } });
  tell(await moved({ from, to }, tell));
}

/** The lock of the old place is held until the end: nobody writes there what the copy would miss. */
async function moved(places: Places, tell: Errand['tell']): Promise<ErrandNews> {
  let began = false;
  try {
    const lock = takeLock(places.from);
    try {
      began = true;
      copyShop({ ...places, onProgress: (progress) => tell({ progress }) });
      tell({ progress: { phase: 'check', done: 0, total: 1 } });
      const isWhole = await opensWhole(places.to);
      if (isWhole === undefined) throw new CannotOpen('io-error', places.to);
      finish(places);
      return { done: { isWhole } };
    } finally {
      lock.close();
    }
  } catch (error) {
    if (began) giveUp(places);
    const unfit = unfitOf(error);
    if (!unfit) throw error;
    return { unfit };
  }
}

/** Opens the copy as any shop and checks all of its books; nothing when it does not open there. */
async function opensWhole(folder: string): Promise<boolean | undefined> {
  const shop = startShop({ folder, mustExist: true });
  try {
    const doing = { signal: new AbortController().signal, onProgress: () => undefined };
    const outcome = await shop.answer({ name: 'care.verify', input: {} }, doing);
    return 'ok' in outcome ? (outcome.ok as { readonly ok: boolean }).ok : undefined;
  } finally {
    await shop.close();
  }
}

const diskCodes = ['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENODEV', 'ENXIO', 'ENAMETOOLONG'];

function unfitOf(error: unknown): MoveUnfit | undefined {
  if (error instanceof CopyDiffers) return { why: 'copy-differs' };
  if (error instanceof CannotOpen) return { why: error.why === 'in-use' ? 'in-use' : 'does-not-open' };
  const { code = '' } = error as NodeJS.ErrnoException;
  return diskCodes.includes(code) ? { why: code === 'ENOSPC' ? 'no-room' : 'disk' } : undefined;
}
