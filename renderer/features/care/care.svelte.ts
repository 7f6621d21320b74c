import { Job } from '../../state/job.svelte.ts';
import { router } from '../../state/router.svelte.ts';
import { BooksCheck } from './books-check.svelte.ts';
import { Restoration } from './restoration.svelte.ts';
import { WholeExport } from './whole-export.svelte.ts';

/** What care of one shop's books does and came to. It goes on while other screens are open. */
export class Care {
  readonly check = new BooksCheck();
  readonly backup = new Job('care.backup');
  readonly everything = new WholeExport();
  readonly restoration: Restoration;

  constructor(restoration: Restoration) {
    this.restoration = restoration;
  }
}

type Kept = { readonly folder: string; readonly generation: number; readonly care: Care };
let kept: Kept | undefined;

/** The care of the shop in that folder. Once its file is another one everything starts anew, but for the restore that made it so. */
export function careOf(folder: string, generation: number): Care {
  if (kept?.folder === folder && kept.generation === generation) return kept.care;
  const restoration = kept?.folder === folder ? kept.care.restoration : new Restoration(() => router.go('/care'));
  kept = { folder, generation, care: new Care(restoration) };
  return kept.care;
}
