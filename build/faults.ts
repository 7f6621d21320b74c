import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileProcesses } from './compile/processes.ts';

/*
 * Runs the fault harness compiled, as the program is shipped: its processes and the shop's threads start in a fraction of the time that
 * Node takes over the sources. Three folders deep, as the sources are, so that both find the same files of the checkout.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = join(root, 'out', 'faults', 'run');
const processes = {
  main: 'build/faults/main.ts',
  'model-child': 'build/faults/model/child.ts',
  'rig-process': 'build/faults/rig/process.ts',
};
await compileProcesses({ root, outFolder }, processes);
await import(pathToFileURL(join(outFolder, 'main.js')).href);
