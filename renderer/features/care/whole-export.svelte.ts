import { host } from '../../state/bridge.ts';
import { Job } from '../../state/job.svelte.ts';

/** Everything the shop has, written for other programs. */
export class WholeExport {
  readonly job = new Job('care.exportAll');
  rows = $derived(this.job.result?.files.reduce((sum, { rows }) => sum + rows, 0) ?? 0);

  async choose(): Promise<void> {
    if (this.job.running) return;
    const to = await host().pickFolder();
    if (to !== undefined) await this.job.run({ to });
  }
}
