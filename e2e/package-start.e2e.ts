import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { targetHere } from '../build/pack/target.ts';
import { createClient, type ShopClient } from '../contract/wire.ts';
import { pathsBelow } from '../host/window-files.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';
import { returnOneCup } from './support/one-cup.ts';
import { outFile, packed, scratchFolder, unpacked } from './support/packed.ts';
import type { StartedHost } from './support/start-host.ts';

/** What lies in this PC's package starts by itself, away from the checkout and its packages. */
const scratch = scratchFolder();
let host: StandInHost;
let shop: ShopClient;
beforeAll(async () => {
  const here = await packed(targetHere(), scratch);
  const built = join(unpacked(here, scratch), 'out');
  // As Electron itself says it.
  Object.assign(process, { resourcesPath: here.resources });
  host = await startStandIn({ folder: join(scratch, 'shop'), built, packaged: true });
  shop = createClient(host.bridge);
});
afterAll(async () => {
  await host?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const call: StartedHost['call'] = async (name, input) => {
  const answer = await shop.call(name, input);
  if ('ok' in answer) return answer.ok;
  throw new Error(`${name}: ${JSON.stringify(answer)}`);
};

test('the shop is served: settings, a name found by its sound, and a whole return with books that agree', async () => {
  await call('settings.set', { shopName: '街角小店' });
  expect(await call('settings.get', {})).toMatchObject({ shopName: '街角小店' });
  await returnOneCup({ call }, 'cash');
  const lines = [{ sku: 'BEI', name: '陶瓷杯子', quantity: 1, unitPrice: '20.00', paidCents: 2000, costCents: 800 }];
  await call('sales.record', { id: randomUUID(), lines, tenders: [{ tender: 'cash', amountCents: 2000 }] });
  expect(await call('find.search', { text: 'taoci' })).toMatchObject({ items: [{ title: '陶瓷杯子' }] });
  expect(await call('care.verify', {})).toMatchObject({ ok: true });
});

test('the licences are found where the package has them', async () => {
  expect(await host.bridge.host.licences()).toBe(outFile('THIRD-PARTY-LICENSES.txt').toString());
});

test('the window comes out of its archive as it was compiled', async () => {
  const answer = host.electron.recorded.pageHandlers.get('app');
  if (!answer) throw new Error('Nobody answers app://');
  const compiled = pathsBelow(fileURLToPath(new URL('../out/renderer', import.meta.url)));
  expect(compiled.size).toBeGreaterThan(50);
  for (const [path, file] of compiled) {
    const response = await answer(new Request(`app://backshelf${path}`));
    expect([path, response.status]).toEqual([path, 200]);
    expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(file))).toBe(true);
  }
});
