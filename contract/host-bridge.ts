import type { HostAbilities } from './host.ts';
import type { Transport } from './wire.ts';

/** What can be chosen in a host's menu beside what the system does itself: actions of the window, by their ids. */
export const menuActions = [
  'import.open',
  'care.open',
  'place.settings',
  'find.focus',
  'text.bigger',
  'text.smaller',
  'text.usual',
  'guide.open',
  'report.copy',
  'about.open',
] as const;
export type MenuAction = (typeof menuActions)[number];

/** What a host asks of its window. Nothing of it is done without the person: a file is shown where it can be taken in. */
export type HostAsk =
  | { readonly do: 'act'; readonly action: MenuAction }
  | { readonly do: 'open'; readonly path: string };

/** What every host puts into its windows as `window.backshelf`: the way to the shop, and the host's own abilities. */
export type HostBridge = Transport & {
  readonly host: HostAbilities;
  onAsk(hear: (ask: HostAsk) => void): void;
};
