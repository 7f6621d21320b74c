import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { releaseOf } from '../../host/update/release-name.ts';
import { publicKeyText, signatureOf } from '../../host/update/signature.ts';
import { signatureName, sumsName, writeSums } from '../../host/update/sums.ts';

type Signing = {
  /** Where the installers lie, and where the list and its signature go. */
  readonly folder: string;
  readonly version: string;
  /** One, or two while one takes over from the other. */
  readonly privateKeys: readonly KeyObject[];
  /** What the program of this release believes. */
  readonly publicKeys: readonly string[];
};

/** What would make a release that no program takes; the sentence says what to do. */
export class CannotSign extends Error {}

/** Writes `SHA256SUMS` of the installers in a folder, and `SHA256SUMS.sig`; gives the names in the list. */
export async function signRelease({ folder, version, privateKeys, publicKeys }: Signing): Promise<string[]> {
  if (!privateKeys.some((key) => publicKeys.includes(publicKeyText(key))))
    throw new CannotSign('This key is none of those in host/update/public-keys.ts: no program would take the release.');
  const names = installersIn(folder, version);
  const sums = new Map<string, string>();
  for (const name of names) sums.set(name, await sha256Of(join(folder, name)));
  const list = writeSums(sums);
  writeFileSync(join(folder, sumsName), list);
  const signatures = privateKeys.map((key) => `${signatureOf(Buffer.from(list), key)}\n`);
  writeFileSync(join(folder, signatureName), signatures.join(''));
  return names;
}

/** What else the packing leaves in the folder is no installer. */
function installersIn(folder: string, version: string): string[] {
  const names = readdirSync(folder)
    .filter((name) => releaseOf(name))
    .sort();
  if (names.length === 0) throw new CannotSign(`There are no installers in ${folder}. Pack them first.`);
  const others = names.filter((name) => releaseOf(name)?.versionText !== version);
  if (others.length > 0) throw new CannotSign(`Not of version ${version}: ${others.join(', ')}. Remove them first.`);
  return names;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
