import type { ProcedureName } from '../contract/api.ts';
import { isProcedureName } from '../contract/api.ts';
import type { Answerer } from '../contract/wire.ts';
import { CannotOpen } from '../db/cannot-open.ts';
import { openShopFile } from '../db/open.ts';
import { createReadStore, createWriteStore } from '../db/store.ts';
import { createAnswerer } from './answer.ts';
import { dayIn } from './clock.ts';
import { createLongReader } from './reader.ts';

export type ShopOptions = {
  /** Holds `shop.db`, `backups/`, `photos/`, `exports/`; made when absent. */
  readonly folder: string;
  readonly log?: (line: string) => void;
  /** Milliseconds since 1970; the system's clock when left out. */
  readonly clock?: () => number;
};

export type Shop = {
  readonly answer: Answerer;
  onChanged(hear: (by: ProcedureName) => void): void;
  close(): Promise<void>;
};

/** How long the desk must be quiet before the log is moved into the file: a checkpoint in between would make the counter wait. */
const quietMs = 2000;

/** Opens the shop of a folder. A file that cannot be opened gives a shop that says so to every call. */
export function startShop({ folder, log = () => undefined, clock = Date.now }: ShopOptions): Shop {
  try {
    return open({ folder, log, clock });
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    log(`cannot open ${folder}: ${error.why}`);
    return closedShop(error);
  }
}

function open({ folder, clock }: Required<ShopOptions>): Shop {
  const file = openShopFile(folder);
  const writer = createWriteStore(file.writer);
  const reader = createReadStore(file.reader);
  const longReader = createLongReader(folder);
  const listeners: ((by: ProcedureName) => void)[] = [];
  let quiet: NodeJS.Timeout | undefined;

  rememberOpeningDay(writer, new Date(clock()).toISOString());
  const onChanged = (by: ProcedureName): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => writer.checkpoint(), quietMs).unref();
    for (const hear of listeners) hear(by);
  };
  return {
    answer: createAnswerer({ writer, reader, longReader, folder, clock, onChanged }),
    onChanged: (hear) => void listeners.push(hear),
    close: async () => {
      clearTimeout(quiet);
      await longReader.close();
      file.close();
    },
  };
}

/** The stock book opens the day the shop is founded, unless the owner says otherwise. */
function rememberOpeningDay(writer: ReturnType<typeof createWriteStore>, now: string): void {
  if (writer.desk.settings().some(({ name }) => name === 'openingDay')) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  writer.caches.desk.setSetting('openingDay', JSON.stringify(dayIn(timeZone, now)));
}

function closedShop({ why, path, message }: CannotOpen): Shop {
  return {
    answer: async ({ name }) => {
      if (!isProcedureName(name)) return { invalid: [{ path: 'name', message: `no procedure ${name}` }] };
      return { refused: { code: 'shop-cannot-open', data: { why, path, detail: message } } };
    },
    onChanged: () => undefined,
    close: async () => undefined,
  };
}
