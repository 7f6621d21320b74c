import { dirname } from 'node:path';
import { isWithin } from '../reach.ts';
import type { Installation } from './installed-as.ts';
import { canReplace } from './replace-file.ts';

export type Obstacle = 'place-not-writable' | 'shop-in-program';

type Place = {
  readonly installation: Installation | undefined;
  readonly execPath: string;
  /** The person's own shop. */
  readonly shopFolder: string;
};

/** What stands in the way of putting a newer program in place; nothing when it can go ahead. */
export async function obstacleTo({ installation, execPath, shopFolder }: Place): Promise<Obstacle | undefined> {
  // The installer for Windows removes the folder of the former program with all that is in it.
  const emptiesFolder = installation?.installedAs === 'windows-installer';
  if (emptiesFolder && isWithin(dirname(execPath), shopFolder)) return 'shop-in-program';
  const { ownFile } = installation ?? {};
  return ownFile === undefined || (await canReplace(ownFile)) ? undefined : 'place-not-writable';
}
