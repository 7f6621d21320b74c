import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { shopFile } from '../../../db/open.ts';
import { testShop } from '../../../fixtures/shop.ts';
import type { Act } from './act.ts';
import { buildWorld } from './world.ts';

/** A folder with the folders that acts start from, and the acts. */
export type Stage = { readonly folder: string; readonly acts: readonly Act[] };

const golden = fileURLToPath(new URL('../../../fixtures/golden/version-1.db.gz', import.meta.url));

/** In memory, where there is room: the faults are made, the disk need not be waited for. */
function roomForStages(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 30 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

let built: Promise<Stage> | undefined;

/** The stage of this process: built once, and gone when it ends. What is changed on it is copied first. */
export function stageOfProcess(): Promise<Stage> {
  built ??= buildStage();
  return built;
}

async function buildStage(): Promise<Stage> {
  const folder = mkdtempSync(join(roomForStages(), 'backshelf-faults-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);
  mkdirSync(at('version-1'));
  writeFileSync(shopFile(at('version-1')), gunzipSync(readFileSync(golden)));
  mkdirSync(at('fresh'));
  await testShop({ folder: at('fresh') }).close();

  const acts = await buildWorld(at('world'));
  const shop = testShop({ folder: at('world') });
  await shop.call('drafts.save', { screen: 'counter', content: 'not in the file yet' });
  // What lies there now is what a killed program leaves.
  cpSync(at('world'), at('killed'), { recursive: true });
  await shop.close();
  const openings: Act[] = [
    { name: 'founding', from: 'nothing', armed: 'opening' },
    { name: 'opening', from: 'world', armed: 'opening' },
    { name: 'opening after a kill', from: 'killed', armed: 'opening' },
    { name: 'migrating', from: 'version-1', armed: 'opening' },
  ];
  return { folder, acts: [...acts, ...openings] };
}
