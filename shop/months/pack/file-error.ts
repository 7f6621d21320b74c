import { cannotWrite } from '../../cannot-write.ts';
import { type Refused, refuse } from '../../refused.ts';

/**
 * What a failed write means to the person; nothing when neither the disk nor the folder was the cause. A folder that is read-only, missing,
 * a file, or held by another program is answered the same way: choose another.
 */
export function refuseFileError(
  error: unknown,
  path: string,
): Refused<'folder-not-writable' | 'cannot-write'> | undefined {
  const unwritten = cannotWrite(error, path);
  if (unwritten && unwritten.data.why !== 'read-only') return unwritten;
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem ? refuse('folder-not-writable', { path }) : undefined;
}
