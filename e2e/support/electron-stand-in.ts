import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { compileElectron } from '../../build/compile/electron.ts';
import { runMain } from '../../build/stand-in/load.ts';
import type { HostBridge } from '../../contract/host-bridge.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

type Options = {
  readonly folder: string;
  /** `folder` is where the system keeps a person's data, and ends in `backshelf`: nobody named it. */
  readonly movable?: boolean;
  readonly windowFolder?: string;
  readonly shopProgram?: string;
  /** Bundles that are there already, such as an unpacked archive's; compiled for the occasion when left out. */
  readonly built?: string;
  /** As an installed program is. */
  readonly packaged?: boolean;
};
type StandIn = ReturnType<typeof runMain>;
export type StandInHost = {
  readonly electron: StandIn;
  readonly window: StandIn['recorded']['windows'][number];
  readonly bridge: HostBridge;
  /** Where the bundles lie. */
  readonly outFolder: string;
  shopPid(): number | undefined;
  close(): Promise<void>;
};

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5);
}

async function compiled(windowFolder: string): Promise<string> {
  const out = here(`../../out/stand-in-${process.pid}`);
  await compileElectron({ root: here('../..'), outFolder: join(out, 'electron') });
  cpSync(windowFolder, join(out, 'renderer'), { recursive: true });
  return out;
}

/** Runs Electron's bundles under the stand-in. Once per test file: a main process starts once. */
export async function startStandIn({
  folder,
  windowFolder,
  shopProgram,
  built,
  packaged = false,
  movable = false,
}: Options): Promise<StandInHost> {
  const out = built ?? (await compiled(windowFolder ?? here('blank')));
  // The person's own place for local data is the only one that a shop may be moved from.
  if (movable) process.env.XDG_DATA_HOME = dirname(folder);
  process.env.BACKSHELF_DATA = movable ? '' : folder;
  const electron = runMain(join(out, 'electron', 'main.js'), { packaged });
  const { recorded } = electron;
  if (shopProgram) recorded.shopInstead.program = shopProgram;
  await until(() => recorded.windows[0]?.did.includes('show') === true);
  const window = recorded.windows[0];
  if (!window) throw new Error('The main process opened no window.');
  return {
    electron,
    window,
    bridge: window.webContents.mainWorld.backshelf as HostBridge,
    outFolder: out,
    shopPid: () => recorded.forked.at(-1)?.process.pid,
    close: async () => {
      electron.app.quit();
      await until(() => recorded.quits > 0);
      rmSync(`${folder}-window`, { recursive: true, force: true });
    },
  };
}
