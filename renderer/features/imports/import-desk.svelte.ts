import { neededSalesFields, type SalesField, salesFields } from '../../../contract/api/imports.ts';
import type { Output } from '../../../contract/api.ts';
import { host } from '../../state/bridge.ts';
import type { Draft } from '../../state/draft.ts';
import { Intent } from '../../state/intent.ts';
import { Job } from '../../state/job.svelte.ts';
import { refusedWith, type Trouble } from '../../state/shop.svelte.ts';
import { Pace, type Speed } from './pace.ts';

export type Preview = Output<'imports.preview'>;
export type ImportResult = Output<'imports.run'>;
/** Which column each field is taken from; an empty name means none. */
export type Mapping = Partial<Record<SalesField, string>>;
export type ImportDraft = { readonly path: string; readonly mapping?: Mapping };

const extensions = ['csv', 'tsv', 'txt', 'gz'];

/** A file on its way into the shop: chosen, looked at, its columns named, read. It outlives the screen, so that leaving loses nothing. */
export class ImportDesk {
  path = $state('');
  found = $state.raw<Preview>();
  /** What the person chose, over the guess; nothing while the guess holds. */
  chosen = $state.raw<Mapping>();
  /** Fields whose chosen column the file no longer has. */
  astray = $state.raw<readonly SalesField[]>([]);
  speed = $state.raw<Speed>();
  readonly look = new Job('imports.preview');
  readonly reading = new Job('imports.run');
  #intent = new Intent();
  #draft: Draft<ImportDraft> | undefined;
  #lookAgain = false;
  #pace = new Pace();

  mapping = $derived<Mapping>(this.chosen ?? this.found?.mapping ?? {});
  missing = $derived<readonly SalesField[]>(neededSalesFields.filter((field) => !this.mapping[field]));
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
    return [this.look.trouble, this.reading.trouble].find(
      (trouble) => refusedWith(trouble, 'no-such-file') || refusedWith(trouble, 'file-not-readable'),
    );
  }

  /** Trouble that is neither the file's nor a column's. */
  get otherTrouble(): Trouble | undefined {
    return [this.look.trouble, this.reading.trouble].find(
      (trouble) => trouble && trouble !== this.fileTrouble && !refusedWith(trouble, 'columns-unknown'),
    );
  }

  /** The screen is open: what was left here before a crash comes back. */
  async open(draft: Draft<ImportDraft>): Promise<void> {
    this.#draft = draft;
    if (this.path) return;
    const left = await draft.load();
    if (!left?.path || this.path) return;
    this.path = left.path;
    this.chosen = left.mapping;
    await this.#look();
  }

  async choose(): Promise<void> {
    const path = await host().pickFile({ extensions });
    if (path !== undefined) await this.take(path);
  }

  /** Another file: what was chosen for the one before says nothing of it. */
  async take(path: string): Promise<void> {
    if (this.reading.running) return;
    this.#forget();
    this.path = path;
    this.#keep();
    await this.#look();
  }

  /** Looks again at the file as it lies there now. */
  retry(): Promise<void> {
    return this.#look();
  }

  async pickColumn(field: SalesField, column: string): Promise<void> {
    await this.#remap({ ...this.#seen, [field]: column });
  }

  /** Back to what the names of the columns say. */
  asGuessed(): Promise<void> {
    return this.#remap(undefined);
  }

  async run(): Promise<void> {
    if (!this.ready) return;
    this.#pace = new Pace();
    this.speed = undefined;
    const profile = this.found && { profile: this.found.profile };
    const seen = { path: this.path, kind: 'sales' as const, ...profile, mapping: this.#seen };
    const result = await this.reading.run({ id: this.#intent.id, ...seen });
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
  get #seen(): Mapping {
    return Object.fromEntries(salesFields.map((field) => [field, this.mapping[field] ?? '']));
  }

  #forget(): void {
    this.look.cancel();
    this.path = '';
    this.found = undefined;
    this.chosen = undefined;
    this.astray = [];
    this.reading.result = undefined;
    this.reading.trouble = undefined;
    this.look.trouble = undefined;
    this.#intent = new Intent();
  }

  #keep(): void {
    this.#draft?.keep({ path: this.path, ...(this.chosen && { mapping: this.chosen }) });
  }

  async #remap(chosen: Mapping | undefined): Promise<void> {
    this.chosen = chosen;
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
      const path = this.path;
      const mapping = this.chosen && { mapping: this.chosen };
      const found = await this.look.run({ path, kind: 'sales', ...mapping });
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
    this.astray = salesFields.filter((field) => refused.missing.includes(field));
    const kept = Object.entries(this.mapping).filter(([, column]) => column === '' || refused.columns.includes(column));
    const astray = this.astray.map((field) => [field, '']);
    this.chosen = { ...Object.fromEntries(kept), ...Object.fromEntries(astray) };
    await this.#look();
  }
}

let current: { readonly shop: string; readonly desk: ImportDesk } | undefined;

/** The desk of that shop: another one, or this one once its file was replaced, begins with nothing. */
export function importDeskOf(shop: string): ImportDesk {
  if (current?.shop !== shop) current = { shop, desk: new ImportDesk() };
  return current.desk;
}
