import { createRequire, registerHooks } from 'node:module';
import type * as StandIn from './electron.ts';

const standIn = new URL('./electron.ts', import.meta.url).href;
// Loaded by Node itself: the compiled program and the test must share one stand-in.
const load = createRequire(import.meta.url);

/** Runs a compiled main process with the stand-in in Electron's place. Once per process: modules load once. */
export function runMain(mainPath: string, circumstances: Partial<typeof StandIn.circumstances> = {}): typeof StandIn {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  });
  const electron = load('./electron.ts') as typeof StandIn;
  Object.assign(electron.circumstances, circumstances);
  load(mainPath);
  return electron;
}
