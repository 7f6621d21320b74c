import type { Output } from '../../contract/api.ts';
import { t } from '../i18n/index.ts';
import { type Action, actions } from '../state/actions.ts';
import { router } from '../state/router.svelte.ts';
import { ask, type Trouble } from '../state/shop.svelte.ts';

export type Found = Output<'find.search'>['items'][number];
export type Choice =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'action'; readonly action: Action };

const restMs = 90;
const mostActions = 6;

/** What the find box finds: things of the shop by `find.search`, and what can be done now. */
export class Find {
  text = $state('');
  open = $state(false);
  /** Which choice the arrow keys stand on. */
  at = $state(0);
  searching = $state(false);
  trouble = $state.raw<Trouble>();
  #found = $state.raw<readonly Found[]>([]);
  #actions = $state.raw<readonly Action[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  choices = $derived<readonly Choice[]>([
    ...this.#found.map((found): Choice => ({ kind: 'found', found })),
    ...this.#actions.map((action): Choice => ({ kind: 'action', action })),
  ]);
  /** Whether it is certain that nothing was found. */
  nothing = $derived(this.text.trim() !== '' && !this.searching && !this.trouble && this.choices.length === 0);

  show(): void {
    this.open = true;
    this.#listActions();
  }

  type(text: string): void {
    this.text = text;
    this.at = 0;
    this.show();
    clearTimeout(this.#timer);
    this.searching = text.trim() !== '';
    if (this.searching) this.#timer = setTimeout(() => void this.#search(text.trim()), restMs);
    else this.#found = [];
  }

  move(step: number): void {
    const count = this.choices.length;
    if (count > 0) this.at = (this.at + step + count) % count;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.text = '';
    this.#found = [];
    this.searching = false;
    this.open = false;
    this.at = 0;
  }

  choose(choice: Choice | undefined): void {
    if (!choice) return;
    this.clear();
    if (choice.kind === 'found') openFound(choice.found);
    else void choice.action.run();
  }

  /** A scanned code: goes straight to what carries exactly this number, else shows what is near. */
  async scan(code: string): Promise<void> {
    this.text = code;
    this.show();
    await this.#search(code);
    // The waybill of a parcel stands beside the number of its return.
    const exact = this.#found.filter(({ title, detail }) =>
      [title, detail].some((text) => text.toUpperCase() === code.toUpperCase()),
    );
    if (exact.length === 1) this.choose({ kind: 'found', found: exact[0] as Found });
  }

  async #search(text: string): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.searching = true;
    const answer = await ask('find.search', { text, limit: 12 });
    if (asked !== this.#asked) return;
    this.searching = false;
    this.trouble = answer.trouble;
    this.#found = answer.ok?.items.filter(canOpen) ?? [];
    this.at = 0;
  }

  #listActions(): void {
    const wanted = this.text.trim().toLowerCase();
    const fit = actions.list().filter(({ id, title }) => id !== 'find.focus' && title().toLowerCase().includes(wanted));
    this.#actions = wanted ? fit.slice(0, mostActions) : fit.filter(({ shortcut }) => shortcut !== 'Escape');
  }
}

const addresses = {
  return: '/returns/:id',
  sale: '/sales/:id',
  customer: '/customers/:id',
  product: '/items/:sku',
} as const;

function canOpen({ kind }: Found): boolean {
  return router.offers(addresses[kind]);
}

function openFound({ kind, id, title, detail }: Found): void {
  if (kind === 'return') router.go('/returns/:id', { params: { id } });
  if (kind === 'sale') router.go('/sales/:id', { params: { id } });
  if (kind === 'customer') router.go('/customers/:id', { params: { id } });
  if (kind === 'product') void openProduct(title, detail);
}

/** What was found by its name has its code beside it. */
async function openProduct(title: string, detail: string): Promise<void> {
  const byTitle = await ask('catalog.product', { sku: title });
  router.go('/items/:sku', { params: { sku: byTitle.ok?.sku ?? detail } });
}

export function kindWord(kind: Found['kind']): string {
  return t(`find.${kind}`);
}
