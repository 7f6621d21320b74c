import { setImmediate as breathe } from 'node:timers/promises';

/** How long other calls may have to wait for us. */
const longestMs = 10;

export type Pause = () => Promise<void> | undefined;

/** Lets the calls that came in meanwhile go first, whenever we have worked long enough: `await pause()` costs nothing in between. */
export function createPauses(): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestMs) return undefined;
    return breathe().then(() => {
      since = performance.now();
    });
  };
}
