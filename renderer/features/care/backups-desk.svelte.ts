import type { Backup } from '../../../contract/api/care.ts';
import { host } from '../../state/bridge.ts';
import { ask } from '../../state/shop.svelte.ts';
import { parentOf } from './care-words.ts';
import type { Chosen, Restoration } from './restoration.svelte.ts';

/** Which backups are looked at: the shop's own, or those of a folder that the person chose. */
export class BackupsDesk {
  folder = $state<string>();
  selected = $state<string | number>();
  readonly restoration: Restoration;

  constructor(restoration: Restoration) {
    this.restoration = restoration;
  }

  restore(backup: Backup): void {
    this.restoration.choose({ path: backup.path, backup });
  }

  async chooseFolder(): Promise<void> {
    const folder = await host().pickFolder();
    if (folder !== undefined) this.folder = folder;
  }

  async chooseFile(): Promise<void> {
    const path = await host().pickFile({ extensions: ['db'] });
    if (path !== undefined) this.restoration.choose(await described(path));
  }
}

/** What the shop knows of one file: it looks at the folder the file lies in. */
export async function described(path: string): Promise<Chosen> {
  const answer = await ask('care.backups', { folder: parentOf(path) });
  const backup = answer.ok?.items.find((item) => item.path === path);
  return backup ? { path, backup } : { path };
}
