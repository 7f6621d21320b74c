import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../contract/wire.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';

/** What only holds where the program is installed, not where it is being worked on. */
const scratch = mkdtempSync(join(tmpdir(), 'backshelf-packaged-'));
let host: StandInHost;
beforeAll(async () => {
  host = await startStandIn({ folder: join(scratch, 'shop'), packaged: true });
});
afterAll(async () => {
  await host.close();
  for (const path of [scratch, host.outFolder]) rmSync(path, { recursive: true, force: true });
});

/** Starts the compiled program again, beside the one that runs, and gives what it did. */
function startApart(circumstances: object, ...args: string[]): unknown {
  const program = fileURLToPath(new URL('./support/start-apart.ts', import.meta.url));
  const main = join(host.outFolder, 'electron', 'main.js');
  const env = { ...process.env, BACKSHELF_DATA: join(scratch, 'apart') };
  const told = execFileSync(process.execPath, [program, main, JSON.stringify(circumstances), ...args], { env });
  return JSON.parse(told.toString());
}

test('the developer’s tools cannot be opened, and their pages are not loaded', () => {
  expect(host.window.options.webPreferences?.devTools).toBe(false);
  let cancelled: boolean | undefined;
  host.electron.session.defaultSession.beforeRequest?.({ url: 'devtools://devtools/' } as never, ({ cancel }) => {
    cancelled = cancel;
  });
  expect(cancelled).toBe(true);
  expect(JSON.stringify(host.electron.recorded.menu)).not.toMatch(/devtools|reload/i);
});

test.each(['--remote-debugging-port=9222', '--inspect-brk', '--js-flags=--expose-gc', '--no-sandbox'])(
  'started with %s it says so and ends without a window',
  (argument) => {
    const name = argument.split('=')[0];
    expect(startApart({ packaged: true }, argument)).toEqual({
      quits: 0,
      exits: [1],
      errorBoxes: [expect.stringMatching(new RegExp(`启动参数 ${name} 会.*the switch ${name} would`, 's'))],
      windows: 0,
    });
  },
);

test('a file to be opened and a switch of the screen are no reason to end', () => {
  expect(startApart({ packaged: true }, '/media/stick/sales.csv', '--force-device-scale-factor=1.5')).toEqual({
    quits: 0,
    exits: [],
    errorBoxes: [],
    windows: 1,
  });
});

test('a second start ends without a window of its own', () => {
  expect(startApart({ packaged: true, first: false })).toEqual({ quits: 1, exits: [], errorBoxes: [], windows: 0 });
});

test('a shop is not opened by a native file that is not the released one', async () => {
  const shop = createClient(host.bridge);
  const called = () => shop.call('settings.get', {});
  async function switchTo(to: 'own' | 'demo'): Promise<void> {
    const back = new Promise<void>((resolve) => shop.onEvent(({ type }) => type === 'restarted' && resolve()));
    await host.bridge.host.switchShop(to);
    await back;
  }
  expect(await called()).toHaveProperty('ok');
  // Found before the installed package, since it lies nearer to the bundles.
  const driver = join(host.outFolder, 'node_modules', 'better-sqlite3');
  const native = join(driver, 'prebuilds', `${process.platform}-${process.arch}.node`);
  cpSync(fileURLToPath(new URL('../node_modules/better-sqlite3', import.meta.url)), driver, {
    recursive: true,
    dereference: true,
    filter: (path) => !/[\\/](deps|src)$/.test(path),
  });
  appendFileSync(native, 'x');
  await switchTo('demo');
  expect(await called()).toMatchObject({ refused: { code: 'shop-cannot-open', data: { why: 'program-altered' } } });
  rmSync(driver, { recursive: true });
  await switchTo('own');
  expect(await called()).toHaveProperty('ok');
});
