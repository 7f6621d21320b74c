import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { browserOrigin, type WindowFiles } from '../host/window-files.ts';
import { findBrowser } from './find-browser.ts';

export type ChromiumOptions = {
  readonly files: WindowFiles;
  readonly headless: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
};
export type Browser = { readonly context: BrowserContext; close(): Promise<void> };

/** There is no Chrome, Edge or Chromium on this machine. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

const isRoot = process.getuid?.() === 0;

/** No name resolves and nothing phones home: the page is given to the browser, never fetched. */
const quietArgs = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** A till's window, not a browser: it offers no translation and keeps neither passwords nor addresses. */
const preferences = {
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
};

async function emptyProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'backshelf-window-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/**
 * Starts an installed Chromium with an empty profile of its own, driven over a pipe (no port is opened), where nothing but
 * the window's own files is ever answered: every other request is aborted, every permission denied but copying text and saying what is overdue.
 */
export async function openChromium(options: ChromiumOptions): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new NoBrowser('No Chrome, Edge or Chromium was found. Install one, or name it in BACKSHELF_BROWSER.');
  const profile = await emptyProfile();
  const forget = (): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: options.headless,
      chromiumSandbox: !isRoot,
      // Else a bar over the window says that software controls the browser.
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        ...quietArgs,
        ...(isRoot || options.headless ? ['--disable-gpu'] : []),
        ...(isRoot ? ['--test-type'] : []),
        ...(options.headless ? [] : [`--app=${browserOrigin}/`, '--window-size=1280,800']),
      ],
      viewport: options.viewport ?? null,
      serviceWorkers: 'block',
      acceptDownloads: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(options.locale ? { locale: options.locale } : {}),
    });
    // Naming what is allowed denies all the rest.
    await context.grantPermissions(['clipboard-write', 'notifications'], { origin: browserOrigin });
    await answerRequests(context, options.files);
    return { context, close: () => context.close().finally(forget) };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function answerRequests(context: BrowserContext, files: WindowFiles): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin !== browserOrigin || request.method() !== 'GET') return route.abort('blockedbyclient');
    return route.fulfill(await files(url.pathname));
  });
}
