import type { BackupWhy } from '../../contract/api/care.ts';
import type { Output, ProcedureName } from '../../contract/api.ts';
import { errorKind } from '../../contract/log-line.ts';
import type { RefusalData } from '../../contract/refusals.ts';
import type { ReadStore } from '../../db/store.ts';
import { type AnyOutcome, asOutcome } from '../answer.ts';
import type { HealthNotes } from '../context.ts';
import { isDamage } from '../damaged.ts';
import { contextOf } from '../read-context.ts';
import { createLongReader, type LongRead } from '../reader.ts';
import { Refused, refuse } from '../refused.ts';
import { within } from '../within.ts';
import { backUp } from './backup.ts';
import { backupsFolder, manifestsIn } from './manifest.ts';
import type { BackupContext } from './rotate.ts';

/** `on-close`: looks after itself only when it is closed, as a short command does. */
export type CaresForItself = boolean | 'on-close';

export type CaretakerOptions = {
  readonly folder: string;
  readonly clock: () => number;
  readonly log: (line: string) => void;
  readonly reader: ReadStore;
  readonly notes: HealthNotes;
  readonly caresForItself: CaresForItself;
  /** Told when something about the shop's own care has changed. */
  readonly onChanged: (by: ProcedureName) => void;
};

export type Caretaker = {
  /**
   * What must be done before a procedure may run; gives the refusal when that failed. Nothing is prepared for whoever may not: a locked desk
   * could fill the disk with backups.
   */
  before(name: ProcedureName, pass: () => unknown): Promise<AnyOutcome | undefined>;
  /** Looks whether a backup is due, and makes it. Called every minute; by tests whenever they like. */
  look(): Promise<void>;
  /** What is done at the start, in the background: the quick check, and a backup when the last one is of yesterday. */
  begin(): Promise<void>;
  /** `last`: the program ends, so a last backup is made if something changed. Never throws. */
  stop(options: { readonly last: boolean }): Promise<void>;
};

const minuteMs = 60_000;
/** The window comes first. */
const beginAfterMs = 3000;
const backupEveryMs = 15 * minuteMs;
const staleAtStartMs = 24 * 60 * minuteMs;
/** Hosts wait for half a minute before they end the program by force. */
const lastBackupWithinMs = 25_000;

/** Looks after an open shop by itself, in a worker of its own: neither the counter nor the accountant waits for it. */
export function startCaretaker(options: CaretakerOptions): Caretaker {
  const caretaker = new ShopCaretaker(options);
  if (options.caresForItself === true) caretaker.keepLooking();
  return caretaker;
}

class ShopCaretaker implements Caretaker {
  readonly #options: CaretakerOptions;
  readonly #worker;
  readonly #checking = new AbortController();
  readonly #stopping = new AbortController();
  #timers: NodeJS.Timeout[] = [];
  /** Work follows work: one backup at a time. */
  #work: Promise<unknown> = Promise.resolve();
  #busy = 0;
  /** After a failure the next try waits as long as after a backup. */
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(options: CaretakerOptions) {
    this.#options = options;
    this.#worker = createLongReader(options);
  }

  keepLooking(): void {
    this.#timers = [
      setTimeout(() => void this.begin(), beginAfterMs).unref(),
      setInterval(() => void this.look(), minuteMs).unref(),
    ];
  }

  async before(name: ProcedureName, pass: () => unknown): Promise<AnyOutcome | undefined> {
    if (name !== 'months.close') return undefined;
    const actor = pass();
    if (actor instanceof Refused) return asOutcome(actor);
    const made = await this.#backUp('before-month-close');
    return made instanceof Refused ? asOutcome(asCannotWrite(made)) : undefined;
  }

  async begin(): Promise<void> {
    await this.#check();
    if (this.#isDue(staleAtStartMs)) await this.#backUpByItself('by-itself');
  }

  async look(): Promise<void> {
    const rested = Math.abs(this.#options.clock() - this.#triedAt) >= backupEveryMs;
    if (this.#busy === 0 && rested && this.#isDue(backupEveryMs)) await this.#backUpByItself('by-itself');
  }

  async stop({ last }: { readonly last: boolean }): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#checking.abort();
    if (last) await within(lastBackupWithinMs, this.#lastBackUp());
    this.#stopping.abort();
    await this.#worker.close();
  }

  /** A short command leaves a fresh backup be; a window's day ends with one whenever something changed. */
  async #lastBackUp(): Promise<void> {
    const { caresForItself } = this.#options;
    await this.#work;
    const afterMs = caresForItself === 'on-close' ? backupEveryMs : 0;
    if (caresForItself !== false && this.#isDue(afterMs)) await this.#backUpByItself('on-close');
  }

  /** Whether something has changed since the last backup, which is at least that old. A clock that was set back makes it old, too. */
  #isDue(afterMs: number): boolean {
    const { folder, reader, clock } = this.#options;
    const { seq, hash } = reader.desk.head();
    const backups = manifestsIn(backupsFolder(folder));
    if (seq === 0 || backups.some(({ head }) => head === hash)) return false;
    const newest = backups[0];
    return newest === undefined || Math.abs(clock() - Date.parse(newest.at)) >= afterMs;
  }

  async #check(): Promise<void> {
    const { notes, log } = this.#options;
    this.#note({ startCheck: 'running' });
    try {
      const found = await this.#run({ name: 'care.verify', input: { quick: true } }, this.#checking);
      if (found instanceof Refused) this.#note({ startCheck: 'not-asked' });
      else this.#note({ startCheck: (found as Output<'care.verify'>).ok ? 'good' : 'wrong' });
      if (notes.startCheck === 'wrong') log(`the check at the start found: ${failedChecks(found)}`);
    } catch (error) {
      this.#note({ startCheck: isDamage(error) ? 'wrong' : 'not-asked' });
      log(`the check at the start could not be made: ${errorKind(error)}`);
    }
  }

  /** What goes wrong is kept for the light in the corner. */
  async #backUpByItself(why: BackupWhy): Promise<void> {
    this.#triedAt = this.#options.clock();
    try {
      const made = await this.#backUp(why);
      const trouble = made instanceof Refused ? troubleOf(made) : undefined;
      if (trouble) this.#options.log(`the backup (${why}) failed: ${trouble}`);
      this.#note({ backupTrouble: trouble });
    } catch (error) {
      this.#options.log(`the backup (${why}) failed: ${errorKind(error)}`);
      this.#note({ backupTrouble: 'bug' });
    }
  }

  /** When the books are wrong, older backups may be the better ones: then none of them makes room. */
  async #backUp(why: BackupWhy): Promise<unknown> {
    const { caresForItself, notes } = this.#options;
    const order = { why, makesRoom: notes.startCheck !== 'wrong' };
    // Nobody waits beside a command, and starting a worker takes longer than backing up a small shop.
    if (caresForItself === 'on-close') return backUp(this.#contextHere(), order);
    return this.#run({ name: 'care.backup', input: order });
  }

  #contextHere(): BackupContext {
    const nothing = (): undefined => undefined;
    const { clock, reader } = this.#options;
    return { ...contextOf(this.#options, reader), clock, onProgress: nothing, throwIfCancelled: nothing };
  }

  /** The worker ends with its work: a shop that is idle keeps none. */
  #run(read: LongRead, { signal }: AbortController = this.#stopping): Promise<unknown> {
    this.#busy += 1;
    const done = this.#work.then(() => this.#worker.run(read, { signal, onProgress: () => undefined }));
    this.#work = done
      .catch(() => undefined)
      .then(() => this.#worker.close())
      .finally(() => {
        this.#busy -= 1;
      });
    return this.#work.then(() => done);
  }

  #note(notes: Partial<HealthNotes>): void {
    Object.assign(this.#options.notes, notes);
    if (!this.#stopping.signal.aborted) this.#options.onChanged('care.health');
  }
}

type Unmade = Refused<'folder-not-writable' | 'cannot-write' | 'cancelled'>;

/** Given up because the shop is closed is no trouble. */
/** What they found stands in the window: in a log the names of the checks are enough. */
function failedChecks(found: unknown): string {
  const { checks } = found as Output<'care.verify'>;
  return checks.flatMap(({ name, ok }) => (ok ? [] : [name])).join(' ');
}

function troubleOf({ code, data }: Refused): HealthNotes['backupTrouble'] {
  if (code === 'cannot-write') return (data as RefusalData<'cannot-write'>).why;
  return code === 'folder-not-writable' ? code : undefined;
}

/** What a procedure that needs a backup first is refused with. */
function asCannotWrite(refused: Refused): Refused {
  const { code, data } = refused as Unmade;
  if (code !== 'folder-not-writable') return refused;
  return refuse('cannot-write', { why: 'read-only', path: (data as RefusalData<typeof code>).path, happened: 'no' });
}
