import type { ProcedureName } from '../contract/api.ts';
import { isProcedureName } from '../contract/api.ts';
import type { Answerer } from '../contract/wire.ts';
import { CannotOpen } from '../db/cannot-open.ts';
import { openShopFile } from '../db/open.ts';
import { createReadStore, createWriteStore } from '../db/store.ts';
import { createAnswerer } from './answer.ts';
import { dayIn } from './clock.ts';
import { createLongReader } from './reader.ts';
import { defaultSettings } from './settings/defaults.ts';

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

/** Opens the shop of a folder. While its file cannot be opened, every call is told why, and tries again. */
export function startShop({ folder, log = () => undefined, clock = Date.now }: ShopOptions): Shop {
  const listeners: ((by: ProcedureName) => void)[] = [];
  const onChanged = (by: ProcedureName): void => {
    for (const hear of listeners) hear(by);
  };
  let opened = tryOpen({ folder, log, clock, onChanged });
  return {
    answer: async (call, doing) => {
      if (opened instanceof CannotOpen) opened = tryOpen({ folder, log, clock, onChanged });
      return opened instanceof CannotOpen ? notOpen(opened, call.name) : opened.answer(call, doing);
    },
    onChanged: (hear) => void listeners.push(hear),
    close: async () => (opened instanceof CannotOpen ? undefined : opened.close()),
  };
}

type Opening = Required<ShopOptions> & { readonly onChanged: (by: ProcedureName) => void };
type OpenShop = Pick<Shop, 'answer' | 'close'>;

function tryOpen(opening: Opening): OpenShop | CannotOpen {
  try {
    return open(opening);
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    opening.log(`cannot open ${opening.folder}: ${error.why}`);
    return error;
  }
}

function open({ folder, clock, onChanged }: Opening): OpenShop {
  const file = openShopFile(folder);
  const writer = createWriteStore(file.writer);
  const reader = createReadStore(file.reader);
  const longReader = createLongReader(folder);
  let quiet: NodeJS.Timeout | undefined;

  rememberFounding(writer, new Date(clock()).toISOString());
  const changed = (by: ProcedureName): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => writer.checkpoint(), quietMs).unref();
    onChanged(by);
  };
  return {
    answer: createAnswerer({ writer, reader, longReader, folder, clock, onChanged: changed }),
    close: async () => {
      clearTimeout(quiet);
      await longReader.close();
      file.close();
    },
  };
}

/**
 * A new shop keeps what it took from the machine it was founded on: its time zone and language do not change when the machine's do, and
 * its stock book opens that day, unless the owner says otherwise.
 */
function rememberFounding({ desk, caches }: ReturnType<typeof createWriteStore>, now: string): void {
  if (desk.settings().some(({ name }) => name === 'openingDay')) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const founding = defaultSettings(dayIn(timeZone, now));
  for (const name of ['openingDay', 'timeZone', 'locale'] as const)
    caches.desk.setSetting(name, JSON.stringify(founding[name]));
}

function notOpen({ why, path, message }: CannotOpen, name: string): Awaited<ReturnType<Answerer>> {
  if (!isProcedureName(name)) return { invalid: [{ path: 'name', message: `no procedure ${name}` }] };
  return { refused: { code: 'shop-cannot-open', data: { why, path, detail: message } } };
}
