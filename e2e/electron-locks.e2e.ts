import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../contract/wire.ts';
import { abilityMessage, connectMessage, shopMessage } from '../electron/messages.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';

/** What the compiled program tells Electron to forbid: each line of docs/SECURITY.md that its settings can show. */
const folder = mkdtempSync(join(tmpdir(), 'backshelf-locks-'));
let host: StandInHost;
beforeAll(async () => {
  host = await startStandIn({ folder });
});
afterAll(async () => {
  await host.close();
  for (const path of [folder, host.outFolder]) rmSync(path, { recursive: true, force: true });
});

const page = async (url: string, init?: RequestInit): Promise<Response> => {
  const handler = host.electron.recorded.pageHandlers.get('app');
  if (!handler) throw new Error('Nobody answers app://');
  return handler(new Request(url, init));
};
const guarded = () => host.electron.session.defaultSession;
/** Whether the program stops what an event of Electron announces, and what it answers. */
function stopped(emitter: { emit(name: string, ...given: unknown[]): boolean }, name: string, ...given: unknown[]) {
  let prevented = false;
  const answers: unknown[][] = [];
  const event = { ...(given.shift() as object), preventDefault: () => (prevented = true) };
  emitter.emit(name, event, ...given, (...answer: unknown[]) => answers.push(answer));
  return { prevented, answers };
}

describe('windows', () => {
  test('a window is sandboxed and isolated, without Node anywhere, and so is one for a sheet of paper', async () => {
    const job = { document: 'test-page', sheets: [{ number: '-', copy: 0 }], paper: 'A4', locale: 'en' } as const;
    await host.bridge.host.print(job);
    const { windows, sandboxed } = host.electron.recorded;
    expect([sandboxed, windows.length]).toEqual([true, 2]);
    for (const { options } of windows)
      expect(options.webPreferences).toEqual({
        preload: join(host.outFolder, 'electron', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        plugins: false,
        navigateOnDragDrop: false,
        devTools: true,
        spellcheck: false,
      });
  });

  test('the page sees the bridge and nothing else, and the preload script asks for nothing but Electron', () => {
    expect(Object.keys(host.window.webContents.mainWorld)).toEqual(['backshelf']);
    expect(Object.keys(host.bridge).sort()).toEqual(['host', 'onAsk', 'onClose', 'onMessage', 'send']);
    const preload = readFileSync(join(host.outFolder, 'electron', 'preload.cjs'), 'utf8');
    expect([...preload.matchAll(/\brequire\(["'`]([^)]*)["'`]\)/g)].map(([, name]) => name)).toEqual(['electron']);
  });

  test('the window leads nowhere else, opens no other and holds no webview', () => {
    const { webContents } = host.window;
    const prevented = (event: string, details: object) => stopped(webContents, event, details).prevented;
    expect({
      elsewhere: prevented('will-navigate', { url: 'https://example.com/' }),
      lookalike: prevented('will-navigate', { url: 'app://backshelf.example.com/' }),
      droppedFile: prevented('will-navigate', { url: 'file:///media/stick/sales.html' }),
      script: prevented('will-navigate', { url: 'javascript:alert(1)' }),
      data: prevented('will-frame-navigate', { url: 'data:text/html,a', isMainFrame: true }),
      reload: prevented('will-navigate', { url: 'app://backshelf/#/sales' }),
      frame: prevented('will-frame-navigate', { url: 'app://backshelf/', isMainFrame: false }),
      redirect: prevented('will-redirect', { url: 'app://backshelf/' }),
      webview: prevented('will-attach-webview', {}),
    }).toEqual({
      elsewhere: true,
      lookalike: true,
      droppedFile: true,
      script: true,
      data: true,
      reload: false,
      frame: true,
      redirect: true,
      webview: true,
    });
    expect(webContents.openHandler?.({ url: 'app://backshelf/' } as never)).toEqual({ action: 'deny' });
  });

  test('calls from page to page find no way out', () => {
    const { windows } = host.electron.recorded;
    expect(windows.map(({ webContents }) => webContents.webRtcPolicy)).toEqual(
      windows.map(() => 'disable_non_proxied_udp'),
    );
  });
});

describe('sessions', () => {
  test('every permission is denied, by request, by check and by device', () => {
    const { permissionRequest, permissionCheck, devicePermission } = guarded();
    const decided: boolean[] = [];
    for (const permission of ['media', 'notifications', 'fileSystem', 'clipboard-read', 'openExternal'] as const)
      permissionRequest?.({} as never, permission, (given) => decided.push(given), {} as never);
    expect(decided).toEqual([false, false, false, false, false]);
    expect(permissionCheck?.(null, 'hid', '', {} as never)).toBe(false);
    expect(devicePermission?.({} as never)).toBe(false);
  });

  test('no screen is shared, every class of USB is closed and no Bluetooth device is paired', () => {
    const { displayMedia, usbProtectedClasses, bluetoothPairing } = guarded();
    const given: unknown[] = [];
    displayMedia?.({} as never, (streams) => given.push(streams));
    bluetoothPairing?.({} as never, (answer) => given.push(answer));
    expect(given).toEqual([null, { confirmed: false }]);
    expect(usbProtectedClasses?.({ protectedClasses: [] } as never).toSorted()).toEqual(
      ['audio', 'audio-video', 'hid', 'mass-storage', 'smart-card', 'video', 'wireless'].toSorted(),
    );
  });

  test('whatever device, key or certificate is to be chosen, none is', () => {
    const { webContents } = host.window;
    const none = { prevented: true, answers: [[]] };
    expect({
      hid: stopped(guarded(), 'select-hid-device', {}, {}),
      usb: stopped(guarded(), 'select-usb-device', {}, {}),
      serial: stopped(guarded(), 'select-serial-port', {}, [], webContents),
      account: stopped(guarded(), 'select-webauthn-account', {}, {}),
      authenticator: stopped(guarded(), 'select-webauthn-authenticator', {}),
      fileSystem: stopped(guarded(), 'file-system-access-restricted', {}, {}),
      bluetooth: stopped(webContents, 'select-bluetooth-device', {}, []),
      certificate: stopped(host.electron.app, 'select-client-certificate', {}, webContents, '', []),
    }).toEqual({
      hid: none,
      usb: none,
      serial: { prevented: true, answers: [['']] },
      account: none,
      authenticator: none,
      fileSystem: { prevented: true, answers: [['deny']] },
      bluetooth: { prevented: true, answers: [['']] },
      certificate: none,
    });
  });

  test('nothing is downloaded', () => {
    expect(stopped(guarded(), 'will-download', {}, {}, {}).prevented).toBe(true);
  });

  const cancelled = (url: string): boolean | undefined => {
    let told: boolean | undefined;
    guarded().beforeRequest?.({ url } as never, ({ cancel }) => {
      told = cancel;
    });
    return told;
  };
  test.each(['https://example.com/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'ftp://a/', 'file:///etc/passwd'])(
    '%s is never asked',
    (url) => {
      expect(cancelled(url)).toBe(true);
    },
  );
  test('what the program brings with it is asked', () => {
    expect(['app://backshelf/', 'data:image/png;base64,', 'blob:app://backshelf/1'].map(cancelled)).toEqual([
      false,
      false,
      false,
    ]);
  });
  test('no name resolves', () => {
    expect(host.electron.recorded.switches).toEqual(['host-resolver-rules=MAP * ~NOTFOUND']);
  });

  test('a session that came about otherwise is guarded as well', () => {
    const other = new host.electron.StandInSession(host.electron.protocol);
    host.electron.app.emit('session-created', other);
    let given: boolean | undefined;
    other.permissionRequest?.({} as never, 'media', (decided) => (given = decided), {} as never);
    expect([given, other.permissionCheck?.(null, 'media', '', {} as never)]).toEqual([false, false]);
    expect(stopped(other, 'will-download', {}).prevented).toBe(true);
  });
});

describe('our own scheme', () => {
  test('it behaves like a secure origin and may do no more', () => {
    expect(host.electron.recorded.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  test.each(['/', '/nothing', '/../main.js', '/%2e%2e/electron/main.js', '/..%5celectron%5cmain.js', '/index.html/'])(
    '%s is answered under the policy',
    async (path) => {
      const { status, headers } = await page(`app://backshelf${path}`);
      expect(status).toBe(path === '/' ? 200 : 404);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('another name under our scheme, or another method, is not found', async () => {
    expect((await page('app://elsewhere/')).status).toBe(404);
    expect((await page('app://backshelf/', { method: 'POST' })).status).toBe(404);
  });
});

describe('messages', () => {
  const top = { url: 'app://backshelf/', parent: null };
  test.each([
    ['another page', { url: 'https://example.com/', parent: null }],
    ['a lookalike', { url: 'app://backshelf.example.com/', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a frame inside ours', { url: 'app://backshelf/', parent: top as never }],
    ['a frame that is gone', null],
  ])('a message from %s is not listened to', async (_who, frame) => {
    const foreign = host.window.webContents.ipcFrom(() => frame);
    let answered = false;
    host.window.webContents.once(shopMessage, () => {
      answered = true;
    });
    foreign.send(connectMessage);
    await expect(foreign.invoke(abilityMessage, 'info', [])).rejects.toThrow('foreign frame');
    await wait(20);
    expect(answered).toBe(false);
  });

  test.each([
    ['an unknown name', ['burn', []]],
    ['a name that every object has', ['constructor', []]],
    ['no name', [undefined, []]],
    ['no list', ['copyText', 'a']],
    ['a wrong type', ['copyText', [{ toString: 'a' }]]],
    ['one argument too many', ['info', ['a']]],
    ['a text that is too large', ['copyText', ['x'.repeat(1_000_001)]]],
    ['a way out of the shop’s folder', ['saveText', [{ name: '../a.csv', text: '' }]]],
    ['an address that is no letter', ['openMail', ['file:///etc/passwd']]],
  ])('an ability with %s is refused before anything is done', async (_what, args) => {
    const ours = host.window.webContents.ipcFrom(() => top);
    await expect(ours.invoke(abilityMessage, ...args)).rejects.toThrow();
    const { copied, opened, revealed } = host.electron.recorded;
    expect([copied, opened, revealed]).toEqual([[], [], []]);
  });

  test('afterwards a call is still answered', async () => {
    const shop = createClient(host.bridge);
    expect(await shop.call('wire.echo', { text: 'still here' })).toEqual({ ok: { text: 'still here' } });
  });
});
