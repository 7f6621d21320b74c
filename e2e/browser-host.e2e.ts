import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserHost, launchBrowserHost } from '../browser-host/launch.ts';
import { systemPickers } from '../browser-host/pick.ts';
import type { HostBridge } from '../contract/host-bridge.ts';
import { windowFiles } from '../host/window-files.ts';
import { bridgeOfPage } from './support/bridge-of-page.ts';
import { dropFiles } from './support/drop-files.ts';

/** What the browser host lets through, on a page of its own that tries. */
const scratch = mkdtempSync(join(tmpdir(), 'backshelf-browser-host-'));
const folder = join(scratch, 'shop');
let host: BrowserHost;
let bridge: HostBridge;

beforeAll(async () => {
  host = await launchBrowserHost({
    folder,
    files: windowFiles(fileURLToPath(new URL('support/blank', import.meta.url))),
    version: '1.2.3',
    headless: true,
    locale: 'zh-CN',
  });
  bridge = await bridgeOfPage(host.page);
});
afterAll(async () => {
  await host.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Ports that this process, its browser and its shop listen on. */
function listeningPorts(): string[] {
  const ours = new Set(descendants(process.pid).flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => (state === '0A' || table.startsWith('udp')) && ours.has(inode ?? ''))
      .map(([, local]) => `${table} ${local}`),
  );
}

function descendants(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] => pairs.flatMap(([own, of]) => (of === parent ? [own, ...below(own)] : []));
  return below(pid);
}

function socketsOf(pid: number): string[] {
  try {
    const links = execFileSync('ls', ['-l', `/proc/${pid}/fd`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [...links.matchAll(/socket:\[(\d+)\]/g)].map(([, inode]) => inode ?? '');
  } catch {
    // It ended between the two looks.
    return [];
  }
}

test.runIf(process.platform === 'linux')('nothing listens on any port', () => {
  expect(descendants(process.pid).length).toBeGreaterThan(3);
  expect(listeningPorts()).toEqual([]);
});

test.each(['https://example.com/', 'http://127.0.0.1:1/', 'https://backshelf.local/../secret', 'file:///etc/passwd'])(
  'the page cannot fetch %s',
  async (url) => {
    const fetched = await host.page.evaluate(
      (asked) =>
        fetch(asked).then(
          () => 'fetched',
          () => 'refused',
        ),
      url,
    );
    expect(fetched).toBe('refused');
  },
);

test('scripts and styles in line are refused by the policy', async () => {
  const ran = await host.page.evaluate(() => {
    const script = document.createElement('script');
    script.append('window.ranInLine = true');
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(script, style);
    return ['ranInLine' in window, getComputedStyle(document.body).display];
  });
  expect(ran).toEqual([false, 'block']);
});

test('no text becomes code or mark-up, and no policy but Svelte’s own can be made for it', async () => {
  const tried = await host.page.evaluate(async () => {
    const attempt = (way: () => unknown): string => {
      try {
        way();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): void };
    };
    return {
      markup: attempt(() => {
        document.createElement('div').innerHTML = '<img src="x" onerror="ran = true">';
      }),
      script: attempt(() => {
        document.createElement('script').src = '/a.js';
      }),
      plugin: attempt(() => {
        document.createElement('embed').src = '/a.pdf';
      }),
      // Later, since what the debugging pipe itself runs is let off.
      eval: await new Promise((resolve) => setTimeout(() => resolve(attempt(() => new Function('return 1'))))),
      policy: attempt(() => trustedTypes.createPolicy('other', {})),
      worker: attempt(() => new Worker('data:text/javascript,1')),
    };
  });
  expect(tried).toEqual({
    markup: 'TypeError',
    script: 'TypeError',
    plugin: 'TypeError',
    eval: 'EvalError',
    policy: 'TypeError',
    worker: 'TypeError',
  });
});

test('a frame and a form find nothing', async () => {
  const loaded = await host.page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.push(effectiveDirective));
    const frame = document.createElement('iframe');
    frame.src = location.href;
    const form = document.createElement('form');
    form.action = location.href;
    document.body.append(frame, form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return violated.toSorted();
  });
  expect(loaded).toEqual(['form-action', 'frame-src']);
});

test('another page of the browser has no bridge and no way in', async () => {
  const other = await host.page.context().newPage();
  expect(await other.evaluate(() => ['backshelf' in window, 'backshelfPost' in window])).toEqual([false, false]);
  await expect(other.goto('https://example.com/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  await other.close();
});

test('permissions are denied, but saying what is overdue', async () => {
  const states = await host.page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'camera'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'granted', 'denied']);
});

test('the host says what it is', async () => {
  expect(await bridge.host.info()).toEqual({
    kind: 'browser',
    version: '1.2.3',
    platform: process.platform,
    folder,
    demo: false,
    canMove: false,
    systemLocale: 'zh-CN',
  });
});

test('a file is picked with the browser’s own dialog, and its path comes back', async () => {
  const path = join(scratch, '销售 2026.csv');
  writeFileSync(path, 'a,b\n');
  host.page.once('filechooser', (chooser) => void chooser.setFiles(path));
  expect(await systemPickers(host.page).pickFile(['csv', 'gz'])).toBe(path);
});

test('a dropped file’s path comes back; a file that lies nowhere has none', async () => {
  const path = join(scratch, '退货 2026.csv');
  writeFileSync(path, 'a,b\n');
  const { page } = host;
  await page.evaluate(() => {
    const { backshelf } = globalThis as unknown as { backshelf: HostBridge };
    const told = (globalThis as unknown as { told: Promise<string | undefined>[] }).told ?? [];
    (globalThis as unknown as { told: typeof told }).told = told;
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      for (const file of event.dataTransfer?.files ?? []) told.push(backshelf.host.pathOf(file));
      told.push(backshelf.host.pathOf(new File(['a'], 'nowhere.csv')));
    });
  });
  await dropFiles(page, [path]);
  const told = () =>
    page.evaluate(async () => Promise.all((globalThis as unknown as { told: Promise<string | undefined>[] }).told));
  expect(await told()).toEqual([path, undefined]);
});

test('only arguments that fit reach the host', async () => {
  await expect(bridge.host.copyText(7 as never)).rejects.toThrow();
  await expect(bridge.host.reveal('/etc/passwd')).rejects.toThrow('Not below');
});

test('a text is saved below the folder of the shop', async () => {
  const path = await bridge.host.saveText({ name: 'work.ics', text: '退货' });
  expect([path, readFileSync(path, 'utf8')]).toEqual([join(folder, 'exports', 'work.ics'), '退货']);
  await expect(bridge.host.saveText({ name: '../work.ics', text: '' })).rejects.toThrow();
  await bridge.host.notify({ title: 'Late', text: 'R-2026-000001' });
});

test('text is copied', async () => {
  await bridge.host.copyText('R-2026-000001');
  // Reading it back is for this test alone.
  await host.page.context().grantPermissions(['clipboard-read'], { origin: new URL(host.page.url()).origin });
  expect(await host.page.evaluate(() => navigator.clipboard.readText())).toBe('R-2026-000001');
});

test('the demo shop lies beside the own one', async () => {
  await bridge.host.switchShop('demo');
  expect(await bridge.host.info()).toMatchObject({ folder: `${folder}-demo`, demo: true });
  await bridge.host.switchShop('own');
  expect(await bridge.host.info()).toMatchObject({ folder, demo: false });
});
