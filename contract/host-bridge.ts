import type { HostAbilities } from './host.ts';
import type { Transport } from './wire.ts';

/** What every host puts into its windows as `window.backshelf`: the way to the shop, and the host's own abilities. */
export type HostBridge = Transport & { readonly host: HostAbilities };
