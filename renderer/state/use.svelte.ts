import { type Action, actions } from './actions.ts';
import { type ScanHandler, scans } from './scans.ts';

/** Puts a screen's actions at hand as long as it is open. Call it while a component is set up. */
export function useActions(list: () => readonly Action[]): void {
  $effect(() => actions.add(list));
}

/** Takes what the scanner reads as long as the screen is open. Call it while a component is set up. */
export function useScans(handler: ScanHandler): void {
  $effect(() => scans.take(handler));
}
