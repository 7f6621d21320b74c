import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { CannotOpen } from '../../../db/cannot-open.ts';
import { openShopFile, shopFile } from '../../../db/open.ts';
import { layPhoto } from '../../../fixtures/busy-desk.ts';
import { inThisThread } from '../../../fixtures/care.ts';
import { verify } from '../../../shop/care/verify.ts';

/** How a change of the file was noticed: it did not open, a check failed, or SQLite itself broke off in the middle. */
export type Notice = { readonly by: 'opening' | 'verify' | 'nobody' | 'a bug'; readonly detail: string };

/** Opens such a file as the shop does, and checks it with the shop's own check. */
export async function noticeOf(folder: string, bytes: Buffer): Promise<Notice> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(shopFile(folder), bytes);
  layPhoto(folder);
  try {
    openShopFile(folder).close();
  } catch (error) {
    return error instanceof CannotOpen ? { by: 'opening', detail: error.why } : bug('opening', error);
  }
  try {
    const { ok, checks } = await inThisThread(folder, (context) => verify(context, {}));
    const failed = checks.filter((check) => !check.ok).map(({ name }) => name);
    return ok ? { by: 'nobody', detail: '' } : { by: 'verify', detail: failed.join(' ') };
  } catch (error) {
    return bug('verify', error);
  }
}

/** What SQLite says of a damaged file the shop takes as such, whenever it is said; anything else is a bug of ours. */
function bug(where: string, error: unknown): Notice {
  const { code = '', stack = String(error) } = error as { code?: string; stack?: string };
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return { by: 'verify', detail: code };
  return { by: 'a bug', detail: `${where}: ${code} ${stack}` };
}
