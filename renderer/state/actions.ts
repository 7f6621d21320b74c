import type { Component } from 'svelte';

/** Something a person can do: defined once, so that menu, button, palette and shortcut agree. */
export type Action = {
  readonly id: string;
  /** In the window's language at the time of asking. */
  readonly title: () => string;
  readonly icon?: Component<{ class?: string }>;
  /** `F9`, `Ctrl+K`, `1`: see `chordOf`. */
  readonly shortcut?: string;
  /** Whether it can be done now; always, when left out. */
  readonly when?: () => boolean;
  readonly run: () => void | Promise<void>;
};

export function canRun(action: Action): boolean {
  return action.when?.() ?? true;
}

type Layer = { readonly list: () => readonly Action[]; readonly modal: boolean };

/** The actions at hand: the frame's, over them the screen's, over them the open sheet's. */
export class ActionRegistry {
  readonly #layers: Layer[] = [];

  /** Lays actions over those already there; a modal layer hides all beneath it. Gives the way to take them off again. */
  add(list: () => readonly Action[], { modal = false }: { readonly modal?: boolean } = {}): () => void {
    const layer = { list, modal };
    this.#layers.push(layer);
    return () => {
      const at = this.#layers.indexOf(layer);
      if (at >= 0) this.#layers.splice(at, 1);
    };
  }

  /** What can be done now, the nearest first; an action hides those of the same id beneath it. */
  list(): Action[] {
    const seen = new Map<string, Action>();
    for (const action of this.#nearestFirst()) if (!seen.has(action.id)) seen.set(action.id, action);
    return [...seen.values()].filter(canRun);
  }

  /** The action a chord stands for now. */
  forShortcut(chord: string): Action | undefined {
    return this.list().find(({ shortcut }) => shortcut?.toUpperCase() === chord.toUpperCase());
  }

  #nearestFirst(): Action[] {
    const modalAt = this.#layers.findLastIndex(({ modal }) => modal);
    const open = modalAt < 0 ? this.#layers : this.#layers.slice(modalAt);
    return open.toReversed().flatMap(({ list }) => list());
  }
}

export const actions = new ActionRegistry();
