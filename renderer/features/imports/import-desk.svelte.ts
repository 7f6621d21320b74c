import {
  type ImportField,
  type ImportKind,
  importFields,
  neededImportFields,
} from '../../../contract/api/import-fields.ts';
import type { ImportMapping } from '../../../contract/api/imports.ts';
import type { Output } from '../../../contract/api.ts';
import type { Draft } from '../../state/draft.ts';
import { Intent } from '../../state/intent.ts';
import { Job } from '../../state/job.svelte.ts';
import { shopSettings } from '../../state/settings.svelte.ts';
import { refusedWith, type Trouble } from '../../state/shop.svelte.ts';
import { Pace, type Speed } from './pace.ts';

export type Preview = Output<'imports.preview'>;
export type ImportResult = Output<'imports.run'>;
/** What the person said of the file, over what its columns say; nothing while the guess holds. An empty column means none. */
export type Wish = {
  readonly kind?: ImportKind;
  readonly sheet?: string;
  readonly profile?: string;
  readonly mapping?: ImportMapping;
  readonly orders?: string;
};
export type ImportDraft = { readonly path: string } & Wish;

/** A file on its way into the shop: taken, looked at, its columns named, read. It outlives the screen, so that leaving loses nothing. */
export class ImportDesk {
  path = $state('');
  found = $state.raw<Preview>();
  wish = $state.raw<Wish>({});
  /** Fields whose chosen column the file no longer has. */
  astray = $state.raw<readonly ImportField[]>([]);
  speed = $state.raw<Speed>();
  /** The file that was read was taken back again. */
  undone = $state(false);
  readonly look = new Job('imports.preview');
  readonly reading = new Job('imports.run');
  #intent = new Intent();
  #draft: Draft<ImportDraft> | undefined;
  #lookAgain = false;
  #pace = new Pace();

  kind = $derived<ImportKind>(this.wish.kind ?? this.found?.kind ?? 'sales');
  fields = $derived<readonly ImportField[]>(importFields[this.kind]);
  mapping = $derived<ImportMapping>(this.wish.mapping ?? this.found?.mapping ?? {});
  /** Rows that were tried say that all they need is there: some platforms do without what other files need. */
  needed = $derived.by((): readonly ImportField[] => {
    const needed: readonly ImportField[] = neededImportFields[this.kind];
    const read = this.found && this.found.kind === this.kind && this.found.rowsTried > 0 ? this.found : undefined;
    return needed.filter((field) => !read || read.mapping[field] !== undefined);
  });
  missing = $derived<readonly ImportField[]>(this.needed.filter((field) => !this.mapping[field]));
  result = $derived<ImportResult | undefined>(this.reading.result);
  step = $derived.by((): 'file' | 'mapping' | 'running' | 'result' => {
    if (this.reading.running) return 'running';
    if (this.result) return 'result';
    return this.found ? 'mapping' : 'file';
  });
  ready = $derived(this.step === 'mapping' && this.missing.length === 0 && !this.look.running && !this.fileTrouble);
  /** Nothing of what was there before is touched while the rows are only read. */
  canCancel = $derived(this.reading.cancellable && this.reading.progress?.phase !== 'storing');
  cancelled = $derived(this.reading.cancelled);

  /** What is wrong with the file itself, said beside its name. */
  get fileTrouble(): Trouble | undefined {
    return this.#troubles.find(
      (trouble) =>
        refusedWith(trouble, 'no-such-file') ||
        refusedWith(trouble, 'file-not-readable') ||
        refusedWith(trouble, 'no-such-sheet'),
    );
  }

  /** Trouble that is neither the file's nor a column's. */
  get otherTrouble(): Trouble | undefined {
    return this.#troubles.find((trouble) => trouble !== this.fileTrouble && !refusedWith(trouble, 'columns-unknown'));
  }

  get #troubles(): Trouble[] {
    return [this.look.trouble, this.reading.trouble].flatMap((trouble) => (trouble as Trouble | undefined) ?? []);
  }

  /** The screen is open: what was left here before a crash comes back. */
  async open(draft: Draft<ImportDraft>): Promise<void> {
    this.#draft = draft;
    if (this.path) {
      if (!this.result) this.#keep();
      return;
    }
    const left = await draft.load();
    if (!left?.path || this.path) return;
    const { path, ...wish } = left;
    this.path = path;
    this.wish = wish;
    await this.#look();
  }

  /** Another file: what was said of the one before says nothing of it. Nothing is taken while one is read. */
  async take(path: string, wish: Wish = {}): Promise<void> {
    if (this.reading.running) return;
    this.#forget();
    this.path = path;
    this.wish = wish;
    this.#keep();
    await this.#look();
  }

  /** The file of refused rows, mended: read as the one that they came from. */
  async takeMended(path: string): Promise<void> {
    const { orders } = this.wish;
    const profile = this.found && { profile: this.found.profile };
    await this.take(path, { kind: this.kind, ...profile, mapping: this.#seen, ...(orders && { orders }) });
  }

  /** Looks again at the file as it lies there now. */
  retry(): Promise<void> {
    return this.#look();
  }

  pickKind(kind: ImportKind): Promise<void> {
    const { sheet } = this.wish;
    return this.#wishFor({ kind, ...(sheet !== undefined && { sheet }) });
  }

  pickSheet(sheet: string): Promise<void> {
    return this.#wishFor({ sheet });
  }

  /** A mapping that was saved, by its name; `generic` for the names of the columns alone, nothing for what the file says of itself. */
  pickProfile(profile: string | undefined): Promise<void> {
    const { kind, sheet, orders } = this.wish;
    return this.#wishFor({
      ...(kind && { kind }),
      ...(sheet !== undefined && { sheet }),
      ...(orders && { orders }),
      ...(profile && { profile }),
    });
  }

  pickColumn(field: ImportField, column: string): Promise<void> {
    const profile = this.found && { profile: this.found.profile };
    return this.#wishFor({ ...this.wish, ...profile, mapping: { ...this.#seen, [field]: column } });
  }

  /** The list of whole orders that belongs to these lines; none any more when left out. */
  pickOrders(orders?: string): Promise<void> {
    const { orders: _, ...wish } = this.wish;
    return this.#wishFor({ ...wish, ...(orders && { orders }) });
  }

  /** Back to what the names of the columns say. */
  asGuessed(): Promise<void> {
    return this.pickProfile(undefined);
  }

  async run(): Promise<void> {
    if (!this.ready) return;
    this.#pace = new Pace();
    this.speed = undefined;
    const { sheet, orders } = this.wish;
    const result = await this.reading.run({
      id: this.#intent.id,
      path: this.path,
      kind: this.kind,
      ...(this.found && { profile: this.found.profile }),
      mapping: this.#seen,
      ...(sheet !== undefined && { sheet }),
      ...(orders && { orders }),
    });
    if (!result) return this.#meetAstray(this.reading.trouble);
    this.#intent.done();
    await this.#draft?.forget();
  }

  /** Called with each word of progress. */
  notePace(nowMs: number): void {
    if (this.reading.progress) this.speed = this.#pace.take(this.reading.progress, nowMs);
  }

  /** Begins anew with another file. */
  again(): void {
    this.#forget();
    void this.#draft?.forget();
  }

  /** Every field with its column, so that nothing is guessed that was not on the screen. */
  get #seen(): ImportMapping {
    return Object.fromEntries(this.fields.map((field) => [field, this.mapping[field] ?? '']));
  }

  #forget(): void {
    this.look.cancel();
    this.path = '';
    this.found = undefined;
    this.wish = {};
    this.astray = [];
    this.undone = false;
    this.reading.result = undefined;
    this.reading.trouble = undefined;
    this.look.trouble = undefined;
    this.#intent = new Intent();
  }

  #keep(): void {
    this.#draft?.keep({ path: this.path, ...this.wish });
  }

  async #wishFor(wish: Wish): Promise<void> {
    this.wish = wish;
    this.astray = this.astray.filter((field) => !this.mapping[field]);
    // Other columns are another reading: what was begun with the id before must not be taken for it.
    this.#intent = new Intent();
    this.#keep();
    await this.#look();
  }

  /** One look at a time; what was chosen meanwhile is looked at afterwards, so that the last choice is what is seen. */
  async #look(): Promise<void> {
    if (this.look.running) {
      this.#lookAgain = true;
      return;
    }
    this.reading.trouble = undefined;
    do {
      this.#lookAgain = false;
      const { path, wish } = this;
      const found = await this.look.run({ path, ...wish });
      if (this.#lookAgain || path !== this.path) continue;
      if (found) this.found = found;
      else if (!this.found && this.look.cancelled) this.again();
      else await this.#meetAstray(this.look.trouble);
    } while (this.#lookAgain);
  }

  /** The file has other columns than when they were chosen: those that are gone are asked for anew. */
  async #meetAstray(trouble: Trouble | undefined): Promise<void> {
    const refused = refusedWith(trouble, 'columns-unknown');
    if (!refused) return;
    this.astray = this.fields.filter((field) => refused.missing.includes(field));
    const kept = Object.entries(this.mapping).filter(([, column]) => column === '' || refused.columns.includes(column));
    const astray = this.astray.map((field) => [field, '']);
    this.wish = { ...this.wish, mapping: { ...Object.fromEntries(kept), ...Object.fromEntries(astray) } };
    await this.#look();
  }
}

let current: { readonly shop: string; readonly desk: ImportDesk } | undefined;

/** The desk of that shop: another one, or this one once its file was replaced, begins with nothing. */
export function importDeskOf(shop: string): ImportDesk {
  if (current?.shop !== shop) current = { shop, desk: new ImportDesk() };
  return current.desk;
}

/** The desk of the shop that is open. */
export const importDesk = (): ImportDesk =>
  importDeskOf(`${shopSettings.hostInfo?.folder ?? ''} ${shopSettings.generation}`);
