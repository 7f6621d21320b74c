import type { HostAbilities } from '../../contract/host.ts';
import type { HostBridge } from '../../contract/host-bridge.ts';

declare global {
  interface Window {
    readonly backshelf: HostBridge;
  }
}

/** The host's abilities: files, printing, the other shop. */
export const host = (): HostAbilities => window.backshelf.host;
