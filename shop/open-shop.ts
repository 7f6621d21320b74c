import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcedureName } from '../contract/api.ts';
import { api } from '../contract/api.ts';
import { CannotOpen } from '../db/cannot-open.ts';
import { asCannotOpen, isWhole, type OpenFile, openShopFile, shopFile, sqliteCode } from '../db/open.ts';
import { createReadStore, createWriteStore, type ReadStore, type WriteStore } from '../db/store.ts';
import { firstResult } from './action.ts';
import { createAnswerer, type DeskAnswerer, type ParsedCall } from './answer.ts';
import { type CaresForItself, type Caretaker, startCaretaker } from './care/caretaker.ts';
import { dayIn } from './clock.ts';
import type { HealthNotes, OpenedShop } from './context.ts';
import { damagedBy } from './damaged.ts';
import { keepFindIndex } from './find/rebuild.ts';
import { keepLogShort } from './log-keeper.ts';
import { contextOf } from './read-context.ts';
import { createLongReader } from './reader.ts';
import type { Refused } from './refused.ts';
import { defaultSettings } from './settings/defaults.ts';
import { pass } from './staff/gate.ts';
import type { Actor, DeskSession } from './staff/session.ts';

export type Opening = {
  readonly folder: string;
  readonly clock: () => number;
  readonly log: (line: string) => void;
  /** Whether the shop looks after itself: the quick check at the start, backups in between and at the end. */
  readonly caresForItself: CaresForItself;
  /** A folder without a shop is not founded, but told as out of reach. */
  readonly mustExist: boolean;
  readonly onChanged: (by: ProcedureName) => void;
  readonly session: DeskSession;
};

export type OpenShop = {
  readonly answer: DeskAnswerer;
  /** Who calls a procedure, when they may. */
  pass(name: ProcedureName): Actor | Refused<'not-signed-in' | 'not-allowed'>;
  /** What care of the whole file sees of it. */
  look(): OpenedShop;
  /** What an action came to; nothing when it is not in the books, `partly` when only parts of a long one are. */
  cameTo(action: NonNullable<ParsedCall['action']>): unknown;
  /** Whether every page can be read. */
  isWhole(): boolean;
  /** Settles when no long action is running. */
  idle(): Promise<void>;
  /** Brings the log into the file now. */
  rest(): void;
  /** `last`: the program ends, so a last backup is made. */
  close(options: { readonly last: boolean }): Promise<void>;
};

/** Opens the file and everything that answers from it. Throws CannotOpen. */
export function openShop(opening: Opening): OpenShop {
  const { folder, clock, log, caresForItself, mustExist, onChanged, session } = opening;
  if (mustExist && !isThere(folder)) throw new CannotOpen('no-access', shopFile(folder));
  const { file, writer, reader } = openReadable({ folder, clock });
  const longReader = createLongReader({ folder, clock });
  const notes: HealthNotes = { startCheck: 'not-asked', backupTrouble: undefined };
  const caretaker: Caretaker = startCaretaker({ folder, clock, log, reader, notes, caresForItself, onChanged });
  const stopIndexing = caresForItself === true ? keepFindIndex(writer, log) : () => undefined;
  const logKeeper = keepLogShort({ folder, writer, log });
  const changed = (by: ProcedureName): void => {
    logKeeper.changed();
    onChanged(by);
  };
  const answer = createAnswerer({ writer, reader, longReader, folder, clock, session, notes, onChanged: changed });
  const long = countLongActions();
  return {
    answer: async (call, doing) => {
      const refused = await caretaker.before(call.name, () => pass(session, reader, call.name));
      return refused ?? long.counted(call, () => answer(call, doing));
    },
    pass: (name) => pass(session, reader, name),
    look: () => ({ ...contextOf({ clock, folder }, reader), busyWith: long.running() }),
    cameTo: ({ actionId, inputSha256 }) =>
      firstResult(writer, { actionId, inputSha256, kind: '' }) ??
      (writer.desk.eventOfAction(`${actionId}#1`) ? 'partly' : undefined),
    isWhole: () => isWhole(file.reader),
    idle: long.idle,
    rest: logKeeper.rest,
    close: async ({ last }) => {
      stopIndexing();
      await caretaker.stop({ last });
      await Promise.all([logKeeper.close(), longReader.close()]);
      file.close();
    },
  };
}

/** Whether a shop lies there, be it in the middle of a restore. */
function isThere(folder: string): boolean {
  return [shopFile(folder), join(folder, 'restoring')].some(existsSync);
}

type Readable = { readonly file: OpenFile; readonly writer: WriteStore; readonly reader: ReadStore };

/** Prepares what everything needs. A file in which that cannot be done is closed again, lock and all, and the reason is told. */
function openReadable({ folder, clock }: Pick<Opening, 'folder' | 'clock'>): Readable {
  const file = openShopFile(folder);
  try {
    const writer = createWriteStore(file.writer);
    const reader = createReadStore(file.reader);
    contextOf({ clock, folder }, writer);
    rememberFounding(writer, new Date(clock()).toISOString());
    return { file, writer, reader };
  } catch (error) {
    file.close();
    throw damagedBy(error, folder) ?? unreadable(error, folder);
  }
}

/** The schema was held against ours just before: a statement that cannot be prepared now was failed by the disk. */
function unreadable(error: unknown, folder: string): unknown {
  const known = asCannotOpen(error, shopFile(folder));
  return sqliteCode(known) === '' ? known : new CannotOpen('io-error', shopFile(folder), (error as Error).message);
}

/**
 * A new shop keeps what it took from the machine it was founded on: its time zone and language do not change when the machine's do, and
 * its stock book opens that day, unless the owner says otherwise.
 */
function rememberFounding({ desk, caches, transaction }: WriteStore, now: string): void {
  if (desk.settings().some(({ name }) => name === 'openingDay')) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const founding = defaultSettings(dayIn(timeZone, now));
  const remember = (): void => {
    for (const name of ['openingDay', 'timeZone', 'locale'] as const)
      caches.desk.setSetting(name, JSON.stringify(founding[name]));
  };
  transaction(remember, () => true);
}

/** Knows which long action is running: the file is not closed under it. */
function countLongActions() {
  const running = new Map<Promise<unknown>, ProcedureName>();
  return {
    running: () => [...running.values()][0],
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running.keys());
    },
    counted: <T>({ name }: ParsedCall, run: () => Promise<T>): Promise<T> => {
      const done = run();
      if (api[name].kind !== 'long-action') return done;
      running.set(done, name);
      return done.finally(() => running.delete(done));
    },
  };
}
