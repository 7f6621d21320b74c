import type { Settings } from '../../../contract/api/settings.ts';
import type { Input } from '../../../contract/api.ts';
import { t } from '../../i18n/index.ts';
import { notices } from '../../state/notices.svelte.ts';
import { shopSettings } from '../../state/settings.svelte.ts';
import { misfitAt, type Trouble } from '../../state/shop.svelte.ts';

/** How a group takes its values from the settings, and what it sends; nothing while something is missing. */
export type GroupShape<Values> = {
  readonly read: (settings: Settings) => Values;
  readonly write: (values: Values) => Input<'settings.set'> | undefined;
};

/** One group of settings: edited here, saved on its own. What was typed stays until it is saved or given back. */
export class SettingsGroup<Values> {
  values: Values;
  busy = $state(false);
  trouble = $state.raw<Trouble>();
  /** Set when saving was tried while something was missing. */
  incomplete = $state(false);
  readonly #shape: GroupShape<Values>;
  #stored: Values;

  constructor(settings: Settings, shape: GroupShape<Values>) {
    this.#shape = shape;
    this.#stored = $state(shape.read(settings));
    this.values = $state(shape.read(settings));
    $effect(() => {
      if (shopSettings.current) this.#follow(shape.read(shopSettings.current));
    });
  }

  get changed(): boolean {
    return JSON.stringify(this.values) !== JSON.stringify(this.#stored);
  }

  async save(): Promise<void> {
    const changes = this.#shape.write($state.snapshot(this.values) as Values);
    this.incomplete = changes === undefined;
    if (!changes) return;
    this.busy = true;
    const answer = await shopSettings.change(changes);
    this.busy = false;
    this.trouble = answer.trouble;
    if (!answer.ok) return;
    this.#take(this.#shape.read(answer.ok));
    notices.say({ tone: 'good', text: t('settings.saved') });
  }

  revert(): void {
    this.values = $state.snapshot(this.#stored) as Values;
    this.trouble = undefined;
    this.incomplete = false;
  }

  /** What is wrong with one field: said by the shop, or that it is missing. */
  error(path: string, value: unknown = ''): string | undefined {
    if (this.incomplete && value === undefined) return t('ui.fill-in');
    return misfitAt(this.trouble, path);
  }

  /** Settings changed elsewhere: taken over unless somebody is editing them here. */
  #follow(stored: Values): void {
    if (JSON.stringify(stored) === JSON.stringify(this.#stored)) return;
    if (this.changed) this.#stored = stored;
    else this.#take(stored);
  }

  #take(stored: Values): void {
    this.#stored = stored;
    this.values = structuredClone(stored);
  }
}
