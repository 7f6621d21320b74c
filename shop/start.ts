import type { ProcedureName } from '../contract/api.ts';
import { api } from '../contract/api.ts';
import type { Locale } from '../contract/values/words.ts';
import type { Answerer } from '../contract/wire.ts';
import { CannotOpen, type CannotOpenWhy } from '../db/cannot-open.ts';
import { type AnyOutcome, asOutcome, type ParsedCall } from './answer.ts';
import { parseCall } from './call.ts';
import type { CaresForItself } from './care/caretaker.ts';
import { Cancelled, type Doing, type OpenedShop } from './context.ts';
import { damagedBy, isDamage } from './damaged.ts';
import { runKeeping } from './keeping.ts';
import { type Opening, type OpenShop, openShop } from './open-shop.ts';
import { Refused } from './refused.ts';
import { systemLocale } from './settings/defaults.ts';
import { DeskSession } from './staff/session.ts';

export type ShopOptions = {
  /** Holds `shop.db`, `backups/`, `photos/`, `exports/`; made when absent. */
  readonly folder: string;
  readonly log?: (line: string) => void;
  /** Milliseconds since 1970; the system's clock when left out. */
  readonly clock?: () => number;
  /** A shop that was moved here is never founded anew where its drive is away. */
  readonly mustExist?: boolean;
  /** Milliseconds of a clock that only runs forward, by which wrong PINs wait; the process's own when left out. */
  readonly steady?: () => number;
  /** Whether it checks itself at the start and makes backups by itself, as in a window; or only backs itself up when it is closed. */
  readonly caresForItself?: CaresForItself;
};

export type Shop = {
  readonly answer: Answerer;
  onChanged(hear: (by: ProcedureName) => void): void;
  /** Brings everything into its file now, as before the PC goes to sleep. */
  rest(): void;
  close(): Promise<void>;
};

/** Opens the shop of a folder. While its file cannot be opened, every call is told why, and tries again. */
export function startShop(options: ShopOptions): Shop {
  const listeners: ((by: ProcedureName) => void)[] = [];
  const { folder, log = () => undefined, clock = Date.now, caresForItself = false, mustExist = false } = options;
  const onChanged = (by: ProcedureName): void => {
    for (const hear of listeners) hear(by);
  };
  const session = new DeskSession(options.steady ?? (() => performance.now()));
  const standing = new Standing({ folder, log, clock, caresForItself, mustExist, onChanged, session });
  return {
    answer: (call, doing) => standing.answer(call, doing),
    onChanged: (hear) => void listeners.push(hear),
    rest: () => standing.rest(),
    close: () => standing.close(),
  };
}

/** The shop as it stands: open, or with the reason why not. The one place that opens and closes its file. */
class Standing {
  readonly #opening: Opening;
  #shop: OpenShop | CannotOpen;
  /** Being closed and opened again; calls wait for it. */
  #reopening: Promise<unknown> | undefined;
  #closing: Promise<void> | undefined;
  /** It would open again, and be damaged still: only a restore helps. */
  #foundDamaged: CannotOpen | undefined;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#shop = this.#tryOpen();
  }

  /** A read that the disk fails looks like damage to SQLite, so what looks damaged is opened a second time. */
  #tryOpen(): OpenShop | CannotOpen {
    const first = this.#openOnce();
    return first instanceof CannotOpen && maybeMisread.includes(first.why) ? this.#openOnce() : first;
  }

  #openOnce(): OpenShop | CannotOpen {
    try {
      return openShop(this.#opening);
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      this.#opening.log(`cannot open ${this.#opening.folder}: ${error.why}`);
      return error;
    }
  }

  answer: Answerer = async (arrived, doing) => {
    await this.#reopening;
    if (this.#shop instanceof CannotOpen && this.#shop !== this.#foundDamaged) this.#shop = this.#tryOpen();
    const call = parseCall(arrived, () => localeOf(this.#shop));
    if ('invalid' in call) return call;
    if (api[call.name].kind === 'keeping') return this.#keep(call, doing);
    const shop = this.#shop;
    if (shop instanceof CannotOpen) return notOpen(shop);
    const answered = await this.#answered(shop, call, doing);
    if (!(answered instanceof CannotOpen)) return answered;
    const again = await this.#lookedAgain(shop, answered);
    return again instanceof CannotOpen ? notOpen(again) : this.#answeredAfterAll(again, call, doing);
  };

  /** The answer; or, when the file seems to be damaged, that. */
  async #answered(shop: OpenShop, call: ParsedCall, doing: Doing): Promise<AnyOutcome | CannotOpen> {
    try {
      const outcome = await shop.answer(call, doing);
      return isUnwritten(outcome) && writes(call) ? await this.#lookedUp(shop, call, outcome) : outcome;
    } catch (error) {
      const damaged = damagedBy(error, this.#opening.folder);
      if (!damaged) throw error;
      return damaged;
    }
  }

  /** Opens the file anew and reads every page of it: if they are all right, the disk had failed to read one, and the shop goes on. */
  async #lookedAgain(failed: OpenShop, damaged: CannotOpen): Promise<OpenShop | CannotOpen> {
    if (this.#shop === failed) await this.#reopen();
    const shop = this.#shop;
    if (shop instanceof CannotOpen || shop.isWhole()) return shop;
    await this.#giveUp(shop, damaged);
    return damaged;
  }

  async #answeredAfterAll(shop: OpenShop, call: ParsedCall, doing: Doing): Promise<AnyOutcome> {
    const answered = await this.#answered(shop, call, doing);
    if (!(answered instanceof CannotOpen)) return answered;
    await this.#giveUp(shop, answered);
    return notOpen(answered);
  }

  /**
   * The disk failed in the middle of an action. Whether it happened is decided by what the file says when it is read anew, so it is closed
   * and opened again and the action's id is looked up: it is there and answers as it would have, or it is not.
   */
  async #lookedUp(failed: OpenShop, { name, action }: ParsedCall, outcome: Unwritten): Promise<AnyOutcome> {
    if (this.#shop === failed) await this.#reopen();
    const shop = this.#shop;
    if (shop instanceof CannotOpen || !action) return withHappened(outcome, 'unknown');
    const came = shop.cameTo(action);
    this.#opening.log(`${name} ${action.actionId} after a failed write: ${came === undefined ? 'not there' : 'there'}`);
    if (came === undefined || came === 'partly') return withHappened(outcome, came ?? 'no');
    this.#opening.onChanged(name);
    return { ok: came } as AnyOutcome;
  }

  async #keep(call: ParsedCall, doing: Doing): Promise<AnyOutcome> {
    const { folder, clock } = this.#opening;
    const shop = await this.#looked();
    const actor = this.#shop instanceof CannotOpen ? undefined : this.#shop.pass(call.name);
    if (actor instanceof Refused) return asOutcome(actor);
    return runKeeping(call, {
      ...doing,
      folder,
      clock,
      locale: shop?.settings.locale ?? systemLocale(),
      shop,
      person: actor?.person,
      reopen: async (meanwhile) => {
        if (this.#closing) throw new Cancelled();
        await this.#reopen(meanwhile);
        if (!(this.#shop instanceof CannotOpen)) this.#opening.onChanged(call.name);
        return this.#shop instanceof CannotOpen ? this.#shop : undefined;
      },
      earlier: () => this.#earlier(call),
    });
  }

  /** The shop as it stands open; nothing where it does not, or is found damaged on looking. */
  async #looked(): Promise<OpenedShop | undefined> {
    const shop = this.#shop;
    if (shop instanceof CannotOpen) return undefined;
    try {
      return shop.look();
    } catch (error) {
      const damaged = damagedBy(error, this.#opening.folder);
      if (!damaged) throw error;
      const again = await this.#lookedAgain(shop, damaged);
      return again instanceof CannotOpen ? undefined : again.look();
    }
  }

  /** A damaged file remembers nothing: what is asked for is done on what takes its place. */
  #earlier({ action }: ParsedCall): unknown {
    if (this.#shop instanceof CannotOpen || !action) return undefined;
    try {
      return this.#shop.cameTo(action);
    } catch (error) {
      if (isDamage(error)) return undefined;
      throw error;
    }
  }

  /** Long actions come to their end first, which on a failing disk is soon. */
  async #reopen(meanwhile: () => void = () => undefined): Promise<void> {
    while (this.#reopening) await this.#reopening;
    const reopening = this.#closeAndOpen(meanwhile).finally(() => {
      this.#reopening = undefined;
    });
    // Whoever only waits is not concerned by what went wrong.
    this.#reopening = reopening.catch(() => undefined);
    await reopening;
  }

  async #closeAndOpen(meanwhile: () => void): Promise<void> {
    if (!(this.#shop instanceof CannotOpen)) {
      await this.#shop.idle();
      await this.#shop.close({ last: false });
    }
    try {
      meanwhile();
    } finally {
      this.#shop = this.#tryOpen();
    }
  }

  async #giveUp(shop: OpenShop, damaged: CannotOpen): Promise<void> {
    if (this.#shop !== shop) return;
    this.#shop = damaged;
    this.#foundDamaged = damaged;
    this.#opening.log(`the file of ${this.#opening.folder} is damaged: ${damaged.why}`);
    await shop.close({ last: false });
  }

  rest(): void {
    if (!(this.#shop instanceof CannotOpen)) this.#shop.rest();
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeForGood();
    return this.#closing;
  }

  async #closeForGood(): Promise<void> {
    await this.#reopening;
    if (!(this.#shop instanceof CannotOpen)) await this.#shop.close({ last: true });
  }
}

/** What an opening may say of a file that the disk did not read right. */
const maybeMisread: readonly CannotOpenWhy[] = ['damaged', 'foreign-file'];

/** Drafts have no id to be looked up by: of those a failed write leaves it unknown. */
function writes({ name, action }: ParsedCall): boolean {
  return action !== undefined || api[name].kind === 'jot';
}

function localeOf(shop: OpenShop | CannotOpen): Locale {
  return shop instanceof CannotOpen ? systemLocale() : shop.look().settings.locale;
}

function notOpen({ why, path, message }: CannotOpen): AnyOutcome {
  return { refused: { code: 'shop-cannot-open', data: { why, path, detail: message } } };
}

type Unwritten = { readonly refused: { readonly code: 'cannot-write'; readonly data: { readonly happened: string } } };

function isUnwritten(outcome: AnyOutcome): outcome is AnyOutcome & Unwritten {
  return 'refused' in outcome && outcome.refused.code === 'cannot-write';
}

function withHappened({ refused }: Unwritten, happened: 'no' | 'partly' | 'unknown'): AnyOutcome {
  return { refused: { code: refused.code, data: { ...refused.data, happened } } } as AnyOutcome;
}
