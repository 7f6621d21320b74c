import type { HostAbilities, HostBridge } from '../../contract/host.ts';

declare global {
  interface Window {
    readonly backshelf: HostBridge;
  }
}

/** The host's abilities: files, printing, the other shop. */
export const host = (): HostAbilities => window.backshelf.host;
