import type { Output } from '../../../contract/api.ts';
import { type CheckName, checkWords } from '../../../contract/words/index.ts';
import { say, show, t } from '../../i18n/index.ts';
import { Job } from '../../state/job.svelte.ts';

export type Check = Output<'care.verify'>['checks'][number];
export type CheckForm = 'full' | 'quick';

/** A check of a newer shop keeps its own name. */
export function checkWord(name: string): string {
  const said = checkWords[name as CheckName];
  return said ? say(said) : name;
}

/** One check of the books, and what it found. It goes on while other screens are open. */
export class BooksCheck {
  readonly job = new Job('care.verify');
  form = $state<CheckForm>('full');
  at = $state<string>();
  listed = $state(false);
  failed = $derived<readonly Check[]>(this.job.result?.checks.filter(({ ok }) => !ok) ?? []);
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async run(form: CheckForm): Promise<void> {
    if (this.job.running) return;
    this.form = form;
    const checked = await this.job.run(form === 'quick' ? { quick: true } : {});
    if (!checked) return;
    this.at = new Date(this.#now()).toISOString();
    this.listed = !checked.ok;
  }

  /** For whoever looks after the PC. */
  get report(): string {
    const { job, at } = this;
    if (!job.result || !at) return '';
    const { checks, events, head } = job.result;
    const lines = checks.map(({ name, ok, detail, advice }) =>
      [ok ? '✔' : '✘', checkWord(name), detail, advice].filter(Boolean).join(' · '),
    );
    return [`${t(`care.check-${this.form}`)} ${show.exactly(at)}`, `${events} ${head}`, ...lines].join('\n');
  }
}
