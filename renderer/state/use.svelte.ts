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

/** Gives the focus to a screen's list as soon as it is there, unless somebody is at something. Call it while a component is set up. */
export function useFirstFocus(list: () => HTMLElement | undefined): void {
  $effect(() => {
    const element = list();
    if (element && (!document.activeElement || document.activeElement === document.body)) element.focus();
  });
}
