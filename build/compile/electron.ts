import type { Rolldown } from 'vite';
import { compileCommonJs, compileProcesses, type Places } from './processes.ts';

const processes = { main: 'electron/main.ts', 'shop-process': 'electron/shop-process.ts' };

/** The main process, the shop's process and its workers, and the preload script, which is sandboxed and of the older kind for that. */
export async function compileElectron(places: Places): Promise<Rolldown.RolldownOutput[]> {
  const modules = await compileProcesses(places, processes);
  return [...modules, ...(await compileCommonJs(places, { name: 'preload', path: 'electron/preload.ts' }))];
}
