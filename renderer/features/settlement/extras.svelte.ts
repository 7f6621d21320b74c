import { type ExtraKind, extraKinds, givenExtras } from '../../../contract/values/words.ts';

/** Something the policy gives back or keeps beside the goods. `line` is counted as the screen counts its lines. */
export type ProposedExtra = {
  readonly kind: ExtraKind;
  readonly line?: number | undefined;
  readonly cents: number;
  readonly taxCents: number;
};
/** What a person wants instead of it, or beside it. */
type Typed = { readonly cents: number | undefined; readonly note: string };
export type AddedExtra = { readonly kind: ExtraKind; readonly line?: number | undefined } & Partial<Typed>;
export type ExtrasContent = {
  readonly typed: readonly (readonly [string, { readonly cents?: number; readonly note: string }])[];
  readonly added: readonly AddedExtra[];
};

export type ExtraRow = {
  readonly key: string;
  readonly kind: ExtraKind;
  readonly line: number | undefined;
  /** Nothing where a person added it. */
  readonly proposed: ProposedExtra | undefined;
  readonly cents: number | undefined;
  readonly note: string;
  /** It is not what the policy proposes: a note has to say why. */
  readonly differs: boolean;
};
export type SettledExtra = { kind: ExtraKind; line?: number; cents: number; taxCents?: number; note?: string };

export function isGiven(kind: ExtraKind): boolean {
  return givenExtras.some((given) => given === kind);
}

const keyOf = ({ kind, line }: { readonly kind: ExtraKind; readonly line?: number | undefined }): string =>
  `${kind}:${line ?? ''}`;

/** What is given back and kept beside the goods: the policy’s proposal, each part of which a person can change with a note. */
export class Extras {
  readonly #proposed: () => readonly ProposedExtra[];
  #typed = $state.raw<ReadonlyMap<string, Typed>>(new Map());
  #added = $state.raw<readonly AddedExtra[]>([]);

  constructor(proposed: () => readonly ProposedExtra[]) {
    this.#proposed = proposed;
  }

  rows = $derived.by((): readonly ExtraRow[] => {
    const proposed = this.#proposed();
    const keys = new Set(proposed.map(keyOf));
    return [
      ...proposed.map((extra) => this.#rowOf(extra)),
      ...this.#added.filter((extra) => !keys.has(keyOf(extra))).map(addedRow),
    ];
  });

  #rowOf(proposed: ProposedExtra): ExtraRow {
    const key = keyOf(proposed);
    const { kind, line } = proposed;
    const typed = this.#typed.get(key);
    const cents = typed ? typed.cents : proposed.cents;
    return { key, kind, line, proposed, cents, note: typed?.note ?? '', differs: cents !== proposed.cents };
  }

  changed = $derived(this.rows.some(({ differs }) => differs));
  /** What can still be added for a line, or for the whole. */
  kindsFor(line: number | undefined): ExtraKind[] {
    const there = new Set(this.rows.map(({ key }) => key));
    return extraKinds.filter((kind) => (line === undefined) === isGiven(kind) && !there.has(keyOf({ kind, line })));
  }

  /** An emptied field has no amount. */
  change({ key, proposed, cents, note }: ExtraRow, change: Partial<Typed>): void {
    const typed: Typed = { cents, note, ...change };
    if (proposed) this.#typed = new Map([...this.#typed, [key, typed]]);
    else this.#added = this.#added.map((extra) => (keyOf(extra) === key ? { ...extra, ...typed } : extra));
  }

  add(kind: ExtraKind, line: number | undefined): string {
    this.#added = [...this.#added, { kind, line }];
    return keyOf({ kind, line });
  }

  /** Back to what the policy proposes; what was added is taken off. */
  reset(row: ExtraRow): void {
    this.#typed = new Map([...this.#typed].filter(([key]) => key !== row.key));
    this.#added = this.#added.filter((extra) => keyOf(extra) !== row.key);
  }

  clear(): void {
    this.#typed = new Map();
    this.#added = [];
  }

  /** All of them once one differs; nothing while the proposal stands. */
  toInput(): SettledExtra[] | undefined {
    if (!this.changed) return undefined;
    return this.rows
      .filter(({ proposed, cents }) => proposed || cents)
      .map(({ kind, line, cents = 0, note, proposed, differs }) => ({
        kind,
        ...(line !== undefined && { line }),
        cents,
        ...(!differs && proposed && { taxCents: proposed.taxCents }),
        ...(note.trim() && { note: note.trim() }),
      }));
  }

  /**
   * The same as the shop is asked while somebody is still typing. What a note says does not matter to the amounts, only that there is
   * one; so typing it asks nothing anew.
   */
  toAsk(): SettledExtra[] | undefined {
    return this.toInput()?.map((extra) => ({ ...extra, note: '…' }));
  }

  get content(): ExtrasContent | undefined {
    if (this.#typed.size === 0 && this.#added.length === 0) return undefined;
    const typed = [...this.#typed].map(
      ([key, { cents, note }]) => [key, { ...(cents !== undefined && { cents }), note }] as const,
    );
    return { typed, added: this.#added };
  }

  restore({ typed, added }: ExtrasContent): void {
    this.#typed = new Map(typed.map(([key, { cents, note }]) => [key, { cents, note }]));
    this.#added = added;
  }
}

export function isUnsaid({ differs, note }: ExtraRow): boolean {
  return differs && note.trim() === '';
}

function addedRow(extra: AddedExtra): ExtraRow {
  const { kind, line, cents, note = '' } = extra;
  return { key: keyOf(extra), kind, line, proposed: undefined, cents, note, differs: (cents ?? 0) > 0 };
}
