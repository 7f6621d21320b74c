import { createPrivateKey, type KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { publicKeys } from '../../host/update/public-keys.ts';
import program from '../../package.json' with { type: 'json' };
import { CannotSign, signRelease } from './sign-release.ts';

/**
 * `node build/release/sign.ts [FOLDER]`: makes `SHA256SUMS` and `SHA256SUMS.sig` of the installers in the folder, else in `release/`. The
 * private key comes in `BACKSHELF_SIGNING_KEY`, as `make-key.ts` prints it; a second one in `BACKSHELF_NEXT_SIGNING_KEY`.
 */
function keyFrom(name: string): KeyObject[] {
  const text = process.env[name];
  if (!text) return [];
  try {
    return [createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })];
  } catch {
    // The reason would quote the key.
    throw new CannotSign(`${name} holds no private key as build/release/make-key.ts prints it.`);
  }
}

try {
  const privateKeys = [...keyFrom('BACKSHELF_SIGNING_KEY'), ...keyFrom('BACKSHELF_NEXT_SIGNING_KEY')];
  if (privateKeys.length === 0)
    throw new CannotSign('BACKSHELF_SIGNING_KEY is not set; docs/RELEASING.md says what it is.');
  const folder = resolve(process.argv[2] ?? 'release');
  for (const name of await signRelease({ folder, version: program.version, privateKeys, publicKeys }))
    console.log(name);
} catch (error) {
  if (!(error instanceof CannotSign)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
