/** A system and a processor, in the words of Node: each gets a package of its own. */
export type PackTarget = {
  readonly platform: 'linux' | 'win32' | 'darwin';
  readonly arch: 'x64' | 'arm64';
};

export const targetName = ({ platform, arch }: PackTarget): string => `${platform}-${arch}`;

/** What this PC needs. */
export function targetHere(): PackTarget {
  const { platform, arch } = process;
  if (platform !== 'linux' && platform !== 'win32' && platform !== 'darwin')
    throw new Error(`There is no package for ${platform}.`);
  if (arch !== 'x64' && arch !== 'arm64') throw new Error(`There is no package for ${arch}.`);
  return { platform, arch };
}
