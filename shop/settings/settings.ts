import { type Settings, settingsSchema } from '../../contract/api/settings.ts';
import type { Day } from '../../contract/values/days.ts';
import type { ReadStore } from '../../db/store.ts';
import type { ActionContext, ActionHandler, ReadHandler } from '../context.ts';
import { DamagedFile } from '../damaged.ts';
import { allAccounts } from '../money/accounts.ts';
import { refuse } from '../refused.ts';
import { defaultSettings } from './defaults.ts';

let last: { readonly stored: string; readonly settings: Settings } | undefined;

/**
 * The settings as stored, laid over the defaults; checked again only when what is stored has changed. What does not fit was not written by
 * us: the file is damaged.
 */
export function readSettings({ desk }: ReadStore, today: Day): Settings {
  const rows = desk.settings();
  const stored = JSON.stringify(rows);
  if (last?.stored !== stored) {
    last = { stored, settings: parseSettings(rows, today) };
  }
  return last.settings;
}

function parseSettings(rows: ReturnType<ReadStore['desk']['settings']>, today: Day): Settings {
  try {
    const own = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)]));
    return settingsSchema.parse({ ...defaultSettings(today), ...own });
  } catch (error) {
    throw new DamagedFile(`the settings cannot be read: ${(error as Error).message}`);
  }
}

export const getSettings: ReadHandler<'settings.get'> = ({ settings }) => settings;

export const getAccounts: ReadHandler<'settings.accounts'> = ({ settings }) => ({ accounts: allAccounts(settings) });

/** The currency is what the books are written in: once something is posted it stays. */
export const setSettings: ActionHandler<'settings.set'> = ({ store, settings }, changes) => {
  if (changes.currency !== undefined && changes.currency !== settings.currency && store.ledgers.lastEntryId() > 0)
    return refuse('currency-in-use', { currency: settings.currency });
  return write({ store, settings }, changes);
};

export const setDeskSettings: ActionHandler<'settings.setDesk'> = write;

function write({ store, settings }: Pick<ActionContext, 'store' | 'settings'>, changes: Partial<Given>): Settings {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) store.caches.desk.setSetting(name, JSON.stringify(value));
  return { ...settings, ...(Object.fromEntries(given) as Partial<Settings>) };
}

type Given = { readonly [Name in keyof Settings]: Settings[Name] | undefined };
