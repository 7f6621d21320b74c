import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { type PackTarget, targetHere, targetName } from './target.ts';

const platforms = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC };
const archs = { x64: Arch.x64, arm64: Arch.arm64 };

type PackOptions = {
  /** The checkout, with its `out/` compiled. */
  readonly root: string;
  readonly target: PackTarget;
  /** A folder per target is made in it. */
  readonly output: string;
  /** An unpacked Electron to put the program into; without it electron-builder fetches the right one. */
  readonly electronDist?: string;
};

/** How electron-builder names a target's folder. */
function unpackedFolder({ platform, arch }: PackTarget): string {
  const system = { linux: 'linux', win32: 'win', darwin: 'mac' }[platform];
  const processor = arch === 'x64' ? '' : `-${arch}`;
  return platform === 'darwin' ? `${system}${processor}` : `${system}${processor}-unpacked`;
}

/** Puts the compiled program into an Electron, ready to start, without an installer around it. Gives the folder. */
export async function packFolder({ root, target, output, electronDist }: PackOptions): Promise<string> {
  const folder = join(output, targetName(target));
  await build({
    projectDir: root,
    targets: platforms[target.platform].createTarget('dir', archs[target.arch]),
    config: { directories: { output: folder }, ...(electronDist !== undefined && { electronDist }) },
    publish: 'never',
  });
  return join(folder, unpackedFolder(target));
}

/** A public CI gives an empty text for a secret that is not there, which electron-builder takes for a certificate. */
function forgetEmptySecrets(): void {
  for (const name of ['CSC_LINK', 'CSC_KEY_PASSWORD', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'])
    if (process.env[name] === '') delete process.env[name];
}

/**
 * A Mac starts nothing without any signature. Where there is no key, the program is signed for itself alone, and without the hardened
 * runtime, which takes libraries of the same signer only and such a signature has none.
 */
function withoutKey(): Configuration {
  const hasKey = process.env.CSC_LINK !== undefined || process.env.CSC_NAME !== undefined;
  return process.platform === 'darwin' && !hasKey ? { mac: { identity: '-', hardenedRuntime: false } } : {};
}

/** Every installer of the system this runs on, for all its processors, into `release/`. Signed where the keys are. */
export async function buildInstallers(root: string): Promise<void> {
  forgetEmptySecrets();
  const paths = await build({
    projectDir: root,
    targets: platforms[targetHere().platform].createTarget(),
    config: withoutKey(),
    publish: 'never',
  });
  for (const path of paths) console.log(path);
}
