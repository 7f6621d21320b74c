import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindowConstructorOptions,
  Clipboard,
  CustomScheme,
  Dialog,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NotificationConstructorOptions,
  Protocol,
  Shell,
} from 'electron';
import { StandInIpcMain } from './ipc.ts';
import { StandInChannel } from './ports.ts';
import { StandInSession } from './session.ts';
import { utilityProcesses } from './utility.ts';
import { StandInWindow, type Surroundings } from './window.ts';

/**
 * Stands in for Electron where its program is not: real processes, ports and messages, but no windows. Each part is held
 * against Electron's own types, so that what runs here is what the real one would accept; `recorded` keeps what was asked.
 */
const utilities = utilityProcesses();
export const recorded = {
  schemes: [] as CustomScheme[],
  windows: [] as StandInWindow[],
  forked: utilities.forked,
  shopInstead: utilities.instead,
  switches: [] as string[],
  paths: new Map<string, string>(),
  sandboxed: false,
  quits: 0,
  /** How often another start was let in before the end. */
  released: 0,
  exits: [] as number[],
  errorBoxes: [] as string[],
  /** What a person was asked in a box of the system's, and which buttons they will press. */
  asked: [] as MessageBoxOptions[],
  answers: [] as number[],
  menu: undefined as MenuItemConstructorOptions[] | undefined,
  copied: [] as string[],
  revealed: [] as string[],
  notified: [] as string[],
  opened: [] as string[],
  picks: [] as (string | undefined)[],
  pageHandlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
};

/** How the program is started; to be set before its main process is loaded. */
export const circumstances = { packaged: false, first: true };

class StandInApp
  extends EventEmitter
  implements
    Pick<
      App,
      | 'setPath'
      | 'getPath'
      | 'releaseSingleInstanceLock'
      | 'runningUnderARM64Translation'
      | 'enableSandbox'
      | 'getVersion'
      | 'getLocale'
      | 'isPackaged'
      | 'requestSingleInstanceLock'
      | 'quit'
      | 'exit'
    >
{
  get isPackaged(): boolean {
    return circumstances.packaged;
  }
  readonly runningUnderARM64Translation = false;
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => void recorded.switches.push(value ? `${name}=${value}` : name),
  } satisfies Pick<App['commandLine'], 'appendSwitch'>;
  setPath(name: string, path: string): void {
    recorded.paths.set(name, path);
  }
  getPath(name: string): string {
    return recorded.paths.get(name) ?? '';
  }
  enableSandbox(): void {
    recorded.sandboxed = true;
  }
  getVersion(): string {
    return '0.0.0';
  }
  getLocale(): string {
    return 'zh-CN';
  }
  requestSingleInstanceLock(): boolean {
    return circumstances.first;
  }
  exit(code = 0): void {
    recorded.exits.push(code);
  }
  releaseSingleInstanceLock(): void {
    recorded.released += 1;
  }
  async whenReady(): Promise<void> {}
  quit(): void {
    let prevented = false;
    this.emit('before-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) recorded.quits += 1;
  }
}

export const app = new StandInApp();
export const ipcMain = new StandInIpcMain();
export { nativeTheme, powerMonitor, screen } from './system.ts';
export { StandInChannel as MessageChannelMain, StandInSession };
export const { utilityProcess } = utilities;

async function fetchPage(url: string): Promise<Response> {
  const handler = recorded.pageHandlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${url}`);
  return handler(new Request(url));
}

const around: Surroundings = {
  ipcMain,
  fetchPage,
  onContents: (contents) => app.emit('web-contents-created', {}, contents),
  windows: recorded.windows,
};
export class BrowserWindow extends StandInWindow {
  constructor(options: BrowserWindowConstructorOptions) {
    super(around, options);
  }
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => void recorded.schemes.push(...schemes),
  handle: (scheme, handler) => void recorded.pageHandlers.set(scheme, handler as (request: Request) => Response),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

/** Told of, like the real one, when it is first asked for. */
let usual: StandInSession | undefined;
export const session = {
  get defaultSession(): StandInSession {
    if (usual) return usual;
    usual = new StandInSession(protocol);
    app.emit('session-created', usual);
    return usual;
  },
};

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
    recorded.menu = menu;
  },
};

export const dialog = {
  showOpenDialog: async () => {
    const path = recorded.picks.shift();
    return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
  },
  showErrorBox: (title, content) => void recorded.errorBoxes.push(`${title}: ${content}`),
  showMessageBox: async (...given: [BrowserWindow, MessageBoxOptions]) => {
    recorded.asked.push(given[1]);
    return { response: recorded.answers.shift() ?? 0, checkboxChecked: false };
  },
} satisfies Pick<Dialog, 'showOpenDialog' | 'showErrorBox'> & { showMessageBox: unknown };

export const clipboard = {
  writeText: async (text) => {
    recorded.copied.push(text);
  },
} satisfies Pick<Clipboard, 'writeText'>;

export const shell = {
  showItemInFolder: (path) => void recorded.revealed.push(path),
  openPath: async (path) => {
    recorded.revealed.push(path);
    return '';
  },
  openExternal: async (url) => void recorded.opened.push(url),
} satisfies Pick<Shell, 'showItemInFolder' | 'openPath' | 'openExternal'>;

export class Notification {
  static isSupported = (): boolean => true;
  readonly #said: string;
  constructor({ title, body }: NotificationConstructorOptions) {
    this.#said = `${title}: ${body}`;
  }
  on(): this {
    return this;
  }
  show(): void {
    recorded.notified.push(this.#said);
  }
}
