import type { Tone } from '../ui/types.ts';

export type Notice = {
  readonly id: number;
  readonly tone: Exclude<Tone, 'plain'>;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void | Promise<void> };
};

const shortMs = 5000;
/** How long a step can be undone (LOOK, manners). */
const undoMs = 10_000;

/** What is said in passing, at the edge of the window. What is wrong is said where it is wrong, never here alone. */
class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #said = 0;

  say(notice: Omit<Notice, 'id'>): void {
    this.#said += 1;
    const id = this.#said;
    this.list = [...this.list.slice(-2), { ...notice, id }];
    setTimeout(() => this.dismiss(id), notice.action ? undoMs : shortMs);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();
