import type { HostAbilities } from '../../contract/host.ts';
import type { Transport } from '../../contract/wire.ts';

/** What every host puts into the page: a transport to the shop and the host's own abilities. */
export type Bridge = Transport & { readonly host: HostAbilities };

declare global {
  interface Window {
    readonly backshelf: Bridge;
  }
}

/** The host's abilities: files, printing, the other shop. */
export const host = (): HostAbilities => window.backshelf.host;
