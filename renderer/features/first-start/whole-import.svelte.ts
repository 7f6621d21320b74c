import { t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { Intent } from '../../state/intent.ts';
import { Job } from '../../state/job.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';

/** Makes this new shop from an export of everything that another one had. */
export class WholeImport {
  readonly job = new Job('care.importAll');
  readonly #intent = new Intent();
  #from = '';

  async choose(): Promise<void> {
    if (this.job.running) return;
    const from = await host().pickFolder();
    if (from === undefined) return;
    // Another folder is another action.
    if (from !== this.#from) this.#intent.done();
    this.#from = from;
    const made = await this.job.run({ id: this.#intent.id, from });
    if (!made) return;
    this.#intent.done();
    notices.say({ tone: 'good', text: t('backups.imported', { events: made.events, rows: made.rows }) });
  }
}
