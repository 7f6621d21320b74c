import { laterDay } from '../contract/values/days.ts';
import type { ReadStore } from '../db/store.ts';
import { dayIn } from './clock.ts';
import type { ReadContext } from './context.ts';
import { readSettings } from './settings/settings.ts';

/** What a procedure sees of the world at this moment. */
export function contextOf<Store extends ReadStore>(
  { clock, folder }: { readonly clock: () => number; readonly folder: string },
  store: Store,
): ReadContext & { readonly store: Store } {
  const now = new Date(clock()).toISOString();
  const settings = readSettings(store, now.slice(0, 10));
  const clockDay = dayIn(settings.timeZone, now);
  return { store, settings, now, clockDay, today: laterDay(clockDay, store.desk.head().day), folder };
}
