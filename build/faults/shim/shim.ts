/** Numbers that `shim.h` has too. */
export const modes = { off: 0, kill: 1, tear: 2, fail: 3, record: 4 } as const;
export type Mode = Exclude<keyof typeof modes, 'off' | 'record'>;

export const kinds = {
  open: 1,
  create: 2,
  write: 4,
  sync: 8,
  truncate: 16,
  rename: 32,
  unlink: 64,
  mkdir: 128,
  read: 256,
  mark: 512,
} as const;
export type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

/** Everything that leaves a trace on the disk. */
export const changing: readonly Kind[] = ['create', 'write', 'sync', 'truncate', 'rename', 'unlink', 'mkdir'];

/** What shall happen at which operation. */
export type Fault = {
  readonly mode: Mode;
  readonly kinds: readonly Kind[];
  /** The first operation is 1; 0 only counts. */
  readonly at: number;
  readonly error?: number;
  readonly lasting?: boolean;
};

type Addon = {
  fork(): number;
  exit(code: number): never;
  wait(child: number, killAfterMicros: number, timeoutMs: number): number;
  mark(mark: number): void;
  readonly control: ArrayBuffer;
  readonly record: ArrayBuffer;
};

const words = {
  mode: 0,
  kinds: 1,
  at: 2,
  error: 3,
  lasting: 4,
  count: 5,
  hit: 6,
  outcomeLength: 7,
  recorded: 8,
  met: 10,
} as const;
const folderAt = { start: 128, end: 640 };
const hitPathAt = { start: 640, end: 1152 };
const outcomeAt = 4096;

/** What a process that was forked has told before its end, and what the shim saw of it. */
export type Seen<T> = {
  /** Its exit code; a signal's number, negative; -1000 when it did not end in time. */
  readonly status: number;
  readonly told: T | undefined;
  /** How many operations of each kind it did while it was armed. */
  readonly operations: Readonly<Record<Kind, number>>;
  /** What the fault happened to; nothing when it was never reached. */
  readonly hit: string | undefined;
};

export const notInTime = -1000;

/** The shim of this process, which must have been started with it (`startPreloaded`). */
export class Shim {
  readonly #addon: Addon;
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(path = process.env.LD_PRELOAD ?? '') {
    const module = { exports: {} };
    process.dlopen(module, path);
    this.#addon = module.exports as Addon;
    this.#words = new Int32Array(this.#addon.control, 0, 32);
    this.#bytes = new Uint8Array(this.#addon.control);
  }

  /** Only files below this folder are looked at. */
  watch(folder: string): void {
    this.#bytes.fill(0, folderAt.start, folderAt.end);
    this.#bytes.set(Buffer.from(folder), folderAt.start);
  }

  arm({ mode, kinds: chosen, at, error = 0, lasting = false }: Fault): void {
    const mask = chosen.reduce((sum, kind) => sum | kinds[kind], 0);
    this.#set({ kinds: mask, at, error, lasting: Number(lasting), count: 0, hit: 0, mode: modes[mode] });
  }

  startRecord(): void {
    this.#set({ recorded: 0, mode: modes.record });
    this.#words[words.recorded + 1] = 0;
  }

  disarm(): void {
    this.#words[words.mode] = modes.off;
  }

  /** Into the record: this was answered now. */
  mark(mark: number): void {
    this.#addon.mark(mark);
  }

  /** What was recorded since `startRecord`, as `record.c` keeps it. */
  recorded(): Buffer {
    const low = (this.#words[words.recorded] ?? 0) >>> 0;
    return Buffer.from(this.#addon.record, 0, (this.#words[words.recorded + 1] ?? 0) * 2 ** 32 + low);
  }

  /** Leaves word where a kill cannot take it away. */
  tell(told: unknown): void {
    const text = Buffer.from(JSON.stringify(told) ?? 'null');
    if (outcomeAt + text.length > this.#bytes.length) throw new Error(`${text.length} bytes are too much to tell`);
    this.#bytes.set(text, outcomeAt);
    this.#words[words.outcomeLength] = text.length;
  }

  /**
   * Does work in a copy of this process and waits for its end, or kills it after some time. The copy ends with its work, without tidying
   * up. The original stands still meanwhile.
   */
  async inFork<T>(work: () => Promise<void>, { killAfterMicros = 0, timeoutMs = 30_000 } = {}): Promise<Seen<T>> {
    this.#set({ outcomeLength: 0, hit: 0, count: 0, mode: modes.off });
    this.#words.fill(0, words.met, words.met + kindNames.length);
    const child = this.#fork();
    if (child === 0)
      await this.#workAndExit(async () => {
        await work();
        return 0;
      });
    const status = this.#addon.wait(child, killAfterMicros, timeoutMs);
    this.disarm();
    return { status, told: this.#told() as T | undefined, operations: this.#operations(), hit: this.#hit() };
  }

  /** Does work in many copies of this process at once; gives their exit codes. `over` counts those that called `countMeOut`. */
  async inForks(
    count: number,
    work: (over: () => number, countMeOut: () => void) => Promise<number>,
  ): Promise<number[]> {
    this.#set({ count: 0, mode: modes.off });
    const over = (): number => Atomics.load(this.#words, words.count);
    const countMeOut = (): void => void Atomics.add(this.#words, words.count, 1);
    const children: number[] = [];
    while (children.length < count) {
      const child = this.#fork();
      if (child === 0) await this.#workAndExit(() => work(over, countMeOut));
      children.push(child);
    }
    return children.map((child) => this.#addon.wait(child, 0, 120_000));
  }

  /** The number of the copy; 0 in the copy itself. */
  #fork(): number {
    const child = this.#addon.fork();
    if (child < 0) throw new Error('this process could not be forked');
    return child;
  }

  /** A copy must never get to what the original does next. */
  async #workAndExit(work: () => Promise<number>): Promise<never> {
    try {
      this.#addon.exit(await work());
    } catch (error) {
      this.disarm();
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    }
    this.#addon.exit(1);
  }

  #told(): unknown {
    const length = this.#word('outcomeLength');
    if (length === 0) return undefined;
    return JSON.parse(Buffer.from(this.#addon.control, outcomeAt, length).toString());
  }

  #operations(): Record<Kind, number> {
    const met = kindNames.map((kind, index) => [kind, this.#words[words.met + index] ?? 0]);
    return Object.fromEntries(met) as Record<Kind, number>;
  }

  #hit(): string | undefined {
    const kind = Object.entries(kinds).find(([, value]) => value === this.#word('hit'))?.[0];
    const path = Buffer.from(this.#bytes.slice(hitPathAt.start, hitPathAt.end)).toString();
    return kind && `${kind} ${path.slice(0, path.indexOf('\0')).split('/').slice(-2).join('/')}`;
  }

  #word(name: keyof typeof words): number {
    return this.#words[words[name]] ?? 0;
  }

  #set(values: Partial<Record<keyof typeof words, number>>): void {
    for (const [name, value] of Object.entries(values)) this.#words[words[name as keyof typeof words]] = value;
  }
}
