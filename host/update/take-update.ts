import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { UpdateRefusal } from '../../contract/update.ts';
import { judgeName, type RunningProgram } from './judge-name.ts';
import { installerBytesMost, signatureBytesMost, sumsBytesMost } from './limits.ts';
import { copyPlain, fingerprintOf, readPlain, Unreadable } from './plain-file.ts';
import { isSigned } from './signature.ts';
import { parseSums, signatureName, sumsName } from './sums.ts';
import { compareVersions } from './version.ts';

export type UpdatePlace = { readonly from: 'file' | 'folder'; readonly path: string };
export type Taking = {
  readonly running: RunningProgram;
  /** The public keys that this program believes. */
  readonly keys: readonly string[];
  /** The program's own folder for copies; what lay in it before is removed. */
  readonly folder: string;
};

/** A checked copy in the program's own folder. */
export type TakenUpdate = {
  readonly file: string;
  readonly version: string;
  readonly path: string;
  readonly sha256: string;
};
export type Taken = { readonly taken: TakenUpdate } | { readonly refused: UpdateRefusal };
type Refused = { readonly refused: UpdateRefusal };

const refuse = (code: UpdateRefusal['code'], about: Omit<UpdateRefusal, 'code'> = {}): Refused => ({
  refused: { code, ...about },
});

/**
 * Takes in what a person chose. First the list is held against its signature, then the name of the file against the list and against what
 * runs, and last its content: of a file that is not for this PC no byte is copied. What is started later is the copy, never the file.
 */
export async function takeUpdate(place: UpdatePlace, taking: Taking): Promise<Taken> {
  const folder = place.from === 'folder' ? place.path : dirname(place.path);
  const list = await signedList(folder, taking.keys);
  if ('refused' in list) return list;
  const named = place.from === 'file' ? judged(basename(place.path), list, taking) : newestIn(list, taking);
  return 'refused' in named ? named : takeIn(join(folder, named.file), named, taking);
}

type SignedList = { readonly sums: ReadonlyMap<string, string> };

async function signedList(folder: string, keys: readonly string[]): Promise<SignedList | Refused> {
  try {
    const bytes = await readPlain(join(folder, sumsName), sumsBytesMost);
    const signatures = await readPlain(join(folder, signatureName), signatureBytesMost);
    if (!isSigned(bytes, signatures, keys)) return refuse('signature-wrong');
    const sums = parseSums(bytes);
    return sums ? { sums } : refuse('sums-not-readable');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse(error.why === 'missing' ? 'sums-missing' : 'sums-not-readable');
  }
}

type Named = { readonly file: string; readonly version: string; readonly sha256: string };

/** What the signed list and the name say of one file. */
function judged(file: string, { sums }: SignedList, { running }: Taking): Named | Refused {
  const sha256 = sums.get(file);
  if (sha256 === undefined) return refuse('not-listed', { file });
  const name = judgeName(file, running);
  if (!name) return refuse('not-for-this-pc', { file });
  return name.refused
    ? refuse(name.refused, { file, version: name.versionText })
    : { file, version: name.versionText, sha256 };
}

/** Of the listed files the newest for this PC. */
function newestIn(list: SignedList, taking: Taking): Named | Refused {
  const names = [...list.sums.keys()].flatMap((file) => {
    const name = judgeName(file, taking.running);
    return name && name.refused !== 'not-for-this-pc' ? [{ file, ...name }] : [];
  });
  const [newest] = names.sort((one, other) => compareVersions(other.version, one.version));
  if (!newest) return refuse('not-for-this-pc');
  return judged(newest.file, list, taking);
}

async function takeIn(from: string, { file, version, sha256 }: Named, { folder }: Taking): Promise<Taken> {
  try {
    await forgetUpdates(folder);
    await mkdir(folder, { recursive: true });
    const path = join(await mkdtemp(join(folder, 'update-')), file);
    const copied = await copyPlain({ from, to: path, mode: 0o700, mostBytes: installerBytesMost });
    const taken: TakenUpdate = { file, version, path, sha256 };
    if (copied === sha256 && (await isUnchanged(taken))) return { taken };
    await forgetUpdates(folder);
    return refuse('content-wrong', { file });
  } catch (error) {
    await forgetUpdates(folder);
    return refuse(error instanceof Unreadable ? unreadable[error.why] : 'cannot-copy', { file });
  }
}

const unreadable = {
  missing: 'file-missing',
  'not-plain': 'not-readable',
  disk: 'not-readable',
  'too-large': 'too-large',
} as const;

/** Whether the copy is still what was signed. */
export async function isUnchanged({ path, sha256 }: TakenUpdate): Promise<boolean> {
  try {
    return (await fingerprintOf(path, installerBytesMost)) === sha256;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Removes the copies of earlier updates. One that the system still holds goes the next time. */
export async function forgetUpdates(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
}
