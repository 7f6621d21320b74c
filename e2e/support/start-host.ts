import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowserHost } from '../../browser-host/launch.ts';
import type { Settings } from '../../contract/api/settings.ts';
import type { Input, Outcome, Output, ProcedureName } from '../../contract/api.ts';
import type { HostAsk } from '../../contract/host-bridge.ts';
import type { Locale } from '../../contract/values/words.ts';
import { createClient, Disconnected, type Transport } from '../../contract/wire.ts';
import { movableHome } from '../../host/home.ts';
import { windowFiles } from '../../host/window-files.ts';
import { callInPage } from './call-in-page.ts';
import { goTo } from './go-to.ts';
import { realElectron, startElectron } from './real-electron.ts';

/** The hosts that are here, for `describe.each`: Electron too where its program is. */
export const presentHosts: readonly HostName[] = realElectron ? ['browser', 'electron'] : ['browser'];
export type HostName = 'browser' | 'electron';

export type StartOptions = {
  /** The browser host when left out. */
  readonly host?: HostName;
  /** An own empty one, thrown away at the end, when left out. */
  readonly folder?: string;
  readonly locale?: Locale;
  /** The language of the system, where the shop has none yet or cannot be opened. */
  readonly systemLocale?: Locale;
  readonly theme?: Settings['theme'];
  /** Fills the shop with made-up trade before anything is set. */
  readonly demo?: boolean;
  /** Settings to begin with; without a shop's name the window asks the questions of the first start. */
  readonly settings?: Partial<Settings>;
  /** What the person will choose in file and folder dialogs, in this order; nothing for turning back. */
  readonly pickAnswers?: (string | undefined)[];
  readonly route?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The folder is the person's own, which nobody named, and may be left; in the browser host alone. */
  readonly movable?: boolean;
  /** Another program as the shop's process; in the browser host alone. */
  readonly shopEntry?: string;
};

type Calls = {
  /** A call as any window makes it; anything but a result fails the test. */
  call<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** A call whose refusal is wanted. */
  outcome<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Outcome<Name>>;
};
export type StartedHost = Calls & {
  readonly page: Page;
  readonly folder: string;
  /** Lets one expected error pass: everything else that the page complains of fails `close`. */
  expectError(text: RegExp): void;
  /** What the system or a menu would ask of the window; in the browser host alone. */
  ask(ask: HostAsk): void;
  /** The shop's process, to be ended from outside. */
  shopPid(): number | undefined | Promise<number | undefined>;
  close(): Promise<void>;
};
type Running = Calls & Pick<StartedHost, 'page' | 'close' | 'shopPid' | 'ask'>;

const windowFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** Everything a page complains of: errors and warnings of its console, and what nobody caught. */
function listenForErrors(page: Page, errors: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
}

function callsBy(outcome: Calls['outcome']): Calls {
  const call: Calls['call'] = async (name, input) => {
    const answer = await outcome(name, input);
    if ('ok' in answer) return answer.ok;
    throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  return { call, outcome };
}

/** Calls beside the window's own, which a reload of the page does not break off. */
function callsVia(connect: () => (Transport & { close(): void }) | undefined): Calls {
  return callsBy(async (name, input) => {
    const channel = connect();
    if (!channel) throw new Disconnected();
    return createClient(channel)
      .call(name, input)
      .finally(() => channel.close());
  });
}

async function begin(options: StartOptions, { call }: Calls): Promise<void> {
  const { locale, theme } = options;
  if (options.demo) await call('demo.fill', { id: randomUUID(), ...(locale && { locale }) });
  const settings = { ...(locale && { locale }), ...(theme && { theme }), ...options.settings };
  if (Object.keys(settings).length > 0) await call('settings.set', settings);
}

async function inBrowser(options: StartOptions, folder: string, errors: string[]): Promise<Running> {
  const answers = [...(options.pickAnswers ?? [])];
  const next = async (): Promise<string | undefined> => answers.shift();
  const host = await launchBrowserHost({
    folder,
    files: windowFiles(windowFolder),
    version: '0.0.0',
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.locale ?? options.systemLocale ?? 'zh-CN',
    route: options.route ?? '/',
    ...(options.shopEntry !== undefined && { shopEntry: options.shopEntry }),
    ...(options.movable && { home: movableHome(folder) }),
    pickers: () => ({ pickFile: next, pickFolder: next }),
    prepare: async ({ page, connect }) => {
      listenForErrors(page, errors);
      await begin(options, callsVia(connect));
    },
  });
  return { page: host.page, close: host.close, shopPid: host.shopPid, ask: host.ask, ...callsVia(host.connect) };
}

async function inElectron(options: StartOptions, folder: string, errors: string[]): Promise<Running> {
  if (!realElectron) throw new Error('Electron’s program is not here.');
  const run = await startElectron({ program: realElectron, folder, pickAnswers: options.pickAnswers ?? [] });
  const calls = callsBy(async (name, input) => (await callInPage(run.page, name, input)) as never);
  await begin(options, calls);
  listenForErrors(run.page, errors);
  await goTo(run.page, options.route ?? '/');
  await run.page.reload();
  const ask = (): never => {
    throw new Error('Nothing asks the window of a real Electron from here.');
  };
  return { ...run, ...calls, ask };
}

/** The program as a person has it before them, on the window compiled in `out/`. */
export async function startHost(options: StartOptions = {}): Promise<StartedHost> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'backshelf-journey-'));
  const errors: string[] = [];
  const expected: RegExp[] = [];
  const running = await (options.host === 'electron' ? inElectron : inBrowser)(options, folder, errors);
  return {
    ...running,
    folder,
    expectError: (text) => void expected.push(text),
    close: async () => {
      await running.close();
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
      const unexpected = errors.filter((error) => !expected.some((text) => text.test(error)));
      if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`);
    },
  };
}
