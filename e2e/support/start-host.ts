import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type BrowserHost, launchBrowserHost } from '../../browser-host/launch.ts';
import type { Settings } from '../../contract/api/settings.ts';
import type { Input, Outcome, Output, ProcedureName } from '../../contract/api.ts';
import type { Locale } from '../../contract/values/words.ts';
import { createClient, Disconnected } from '../../contract/wire.ts';
import { windowFiles } from '../../host/window-files.ts';

export type StartOptions = {
  /** An own empty one, thrown away at the end, when left out. */
  readonly folder?: string;
  readonly locale?: Locale;
  readonly theme?: Settings['theme'];
  /** Settings to begin with; without a shop's name the window asks the questions of the first start. */
  readonly settings?: Partial<Settings>;
  /** What the person will choose in file and folder dialogs, in this order; nothing for turning back. */
  readonly pickAnswers?: (string | undefined)[];
  readonly route?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
};

export type StartedHost = {
  readonly page: Page;
  readonly folder: string;
  /** A call as any window makes it; anything but a result fails the test. */
  call<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** A call whose refusal is wanted. */
  outcome<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Outcome<Name>>;
  /** Lets one expected error pass: everything else that the page complains of fails `close`. */
  expectError(text: RegExp): void;
  close(): Promise<void>;
};

const windowFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** Everything a page complains of: errors and warnings of its console, and what nobody caught. */
function listenForErrors(page: Page, errors: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
}

type Connect = BrowserHost['connect'];

/** Calls beside the window's own, which a reload of the page does not break off. */
function callsVia(connect: Connect): Pick<StartedHost, 'call' | 'outcome'> {
  const outcome: StartedHost['outcome'] = async (name, input) => {
    const channel = connect();
    if (!channel) throw new Disconnected();
    return createClient(channel)
      .call(name, input)
      .finally(() => channel.close());
  };
  const call: StartedHost['call'] = async (name, input) => {
    const answer = await outcome(name, input);
    if ('ok' in answer) return answer.ok;
    throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  return { call, outcome };
}

function settingsOf({ locale, theme, settings }: StartOptions): Partial<Settings> {
  return { ...(locale && { locale }), ...(theme && { theme }), ...settings };
}

/** The program as a person has it before them, in the browser host, on the window compiled in `out/renderer`. */
export async function startHost(options: StartOptions = {}): Promise<StartedHost> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'backshelf-journey-'));
  const answers = [...(options.pickAnswers ?? [])];
  const next = async (): Promise<string | undefined> => answers.shift();
  const errors: string[] = [];
  const expected: RegExp[] = [];
  const host = await launchBrowserHost({
    folder,
    files: windowFiles(windowFolder),
    version: '0.0.0',
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'zh-CN',
    route: options.route ?? '/',
    pickers: () => ({ pickFile: next, pickFolder: next }),
    prepare: async ({ page, connect }) => {
      listenForErrors(page, errors);
      const settings = settingsOf(options);
      if (Object.keys(settings).length > 0) await callsVia(connect).call('settings.set', settings);
    },
  });
  return {
    page: host.page,
    folder,
    ...callsVia(host.connect),
    expectError: (text) => void expected.push(text),
    close: async () => {
      await host.close();
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
      const unexpected = errors.filter((error) => !expected.some((text) => text.test(error)));
      if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`);
    },
  };
}
