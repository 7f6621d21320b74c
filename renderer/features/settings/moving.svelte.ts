import type { MoveOutcome, MoveProgress } from '../../../contract/move.ts';
import { t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { notices } from '../../state/notices.svelte.ts';

const lookEveryMs = 200;

/** Moving the shop's folder: from choosing the new one to what came of it. It goes on while other screens are open. */
class Moving {
  /** The folder that was chosen and is still to be agreed to. */
  to = $state<string>();
  running = $state(false);
  progress = $state.raw<MoveProgress>();
  outcome = $state.raw<MoveOutcome>();

  async choose(): Promise<void> {
    const folder = await host().pickFolder();
    if (folder === undefined) return;
    this.outcome = undefined;
    this.to = folder;
  }

  leave(): void {
    if (!this.running) this.to = undefined;
  }

  /** What does not fit is said beside the folder; a move that worked closes the sheet. */
  async move(): Promise<void> {
    if (this.to === undefined || this.running) return;
    this.running = true;
    this.outcome = undefined;
    const timer = setInterval(() => void this.#look(), lookEveryMs);
    try {
      this.outcome = await host().moveShop(this.to);
    } finally {
      clearInterval(timer);
      this.running = false;
      this.progress = undefined;
    }
    if (!('ok' in this.outcome)) return;
    this.to = undefined;
    const { from, to } = this.outcome.ok;
    // The window is built anew on another folder: this stands where the person is then, the panel keeps it.
    notices.say({ tone: 'good', text: t('program.moved', { from, to }) });
  }

  async #look(): Promise<void> {
    const progress = await host().moveProgress();
    if (this.running) this.progress = progress;
  }
}

export const moving = new Moving();
