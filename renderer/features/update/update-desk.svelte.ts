import type { UpdateFound, UpdateRefusal } from '../../../contract/update.ts';
import { host } from '../../state/bridge.ts';

/** One update on its way: chosen and checked by the host, then started by it. */
export class UpdateDesk {
  at = $state<'rest' | 'checking' | 'starting' | 'closing'>('rest');
  found = $state.raw<UpdateFound>();
  refused = $state.raw<UpdateRefusal>();

  /** Whoever turns back at the dialog keeps what was found before. */
  async choose(from: 'file' | 'folder'): Promise<void> {
    if (this.at !== 'rest') return;
    this.at = 'checking';
    try {
      const choice = await host().chooseUpdate(from);
      if (!choice) return;
      this.found = choice.found;
      this.refused = choice.refused;
    } finally {
      this.at = 'rest';
    }
  }

  async start(): Promise<void> {
    if (this.at !== 'rest' || !this.found) return;
    this.at = 'starting';
    this.refused = undefined;
    let started = false;
    try {
      this.refused = await host().startUpdate();
      started = this.refused === undefined;
    } finally {
      this.at = started ? 'closing' : 'rest';
    }
  }

  leave(): void {
    this.found = undefined;
    this.refused = undefined;
  }
}
