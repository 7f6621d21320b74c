import type { InstalledAs, UpdateRefusalCode } from '../../contract/update.ts';
import { releaseOf } from './release-name.ts';
import { compareVersions, type Version, versionOf } from './version.ts';

/** The program that is to be updated. */
export type RunningProgram = {
  readonly version: string;
  readonly installedAs: InstalledAs;
  /** The processors whose programs run here. */
  readonly archs: readonly string[];
};

export type NameJudged = {
  readonly version: Version;
  readonly versionText: string;
  readonly refused?: UpdateRefusalCode;
};

/** Whether the name of an installer says that it is for this PC and newer than what runs; nothing for a name that is not one of ours. */
export function judgeName(name: string, running: RunningProgram): NameJudged | undefined {
  const release = releaseOf(name);
  const own = versionOf(running.version);
  if (!release || !own) return undefined;
  const { version, versionText } = release;
  const fits =
    release.installedAs === running.installedAs && release.archs.some((arch) => running.archs.includes(arch));
  if (!fits) return { version, versionText, refused: 'not-for-this-pc' };
  const newer = compareVersions(version, own);
  if (newer > 0) return { version, versionText };
  return { version, versionText, refused: newer === 0 ? 'same-version' : 'older-version' };
}
