import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  HandlerDetails,
  PrinterInfo,
  PrintToPDFOptions,
  Rectangle,
  WebContents,
  WebContentsPrintOptions,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron';
import { type StandInIpcMain, StandInIpcRenderer } from './ipc.ts';
import { pagePort, type StandInPort } from './ports.ts';

export type Surroundings = {
  readonly ipcMain: StandInIpcMain;
  readonly fetchPage: (url: string) => Promise<Response>;
  readonly onContents: (contents: StandInContents) => void;
  readonly windows: StandInWindow[];
};

type Prints = { options: WebContentsPrintOptions | undefined };
type UsedContents =
  | 'postMessage'
  | 'reload'
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'print'
  | 'getPrintersAsync'
  | 'printToPDF'
  | 'executeJavaScriptInIsolatedWorld';

/** A page without a page: its preload script runs, its own scripts do not. */
export class StandInContents extends EventEmitter implements Pick<WebContents, UsedContents> {
  /** What the preload script exposed to the page. */
  mainWorld: Record<string, unknown> = {};
  frame: Pick<WebFrameMain, 'url' | 'parent'> = { url: 'about:blank', parent: null };
  readonly printed: Prints[] = [];
  readonly pdfs: PrintToPDFOptions[] = [];
  openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | undefined;
  webRtcPolicy = 'default';
  readonly #around: Surroundings;
  readonly #preload: string | undefined;
  #ipc: StandInIpcRenderer | undefined;

  constructor(around: Surroundings, preload: string | undefined) {
    super();
    this.#around = around;
    this.#preload = preload;
  }

  /** The raw way to the main process, from any frame a test makes up. */
  ipcFrom(frame: () => Pick<WebFrameMain, 'url' | 'parent'> | null): StandInIpcRenderer {
    return new StandInIpcRenderer(this.#around.ipcMain, () => ({ sender: this, senderFrame: frame() }));
  }

  async load(url: string): Promise<void> {
    const response = await this.#around.fetchPage(url);
    if (!response.ok) throw new Error(`ERR_FAILED loading ${url}: ${response.status}`);
    this.frame = { url, parent: null };
    this.mainWorld = {};
    this.#ipc = this.ipcFrom(() => this.frame);
    if (this.#preload) this.#runPreload(this.#preload, this.#ipc);
  }

  reload(): void {
    void this.load(this.frame.url);
  }

  postMessage(channel: string, message: unknown, ports: StandInPort[] = []): void {
    const copy: unknown = structuredClone(message);
    const ipc = this.#ipc;
    setImmediate(() => ipc?.emit(channel, { ports: ports.map(pagePort) }, copy));
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  async getPrintersAsync(): Promise<PrinterInfo[]> {
    return [{ name: 'counter', displayName: 'Counter roll', description: '', options: {} }];
  }

  print(options?: WebContentsPrintOptions, done?: (success: boolean, failureReason: string) => void): void {
    this.printed.push({ options });
    done?.(false, 'Print job canceled');
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    this.pdfs.push(options);
    return Buffer.from('%PDF-1.7 stand-in');
  }

  /** The page is laid out at once, 400 pixels high. */
  async executeJavaScriptInIsolatedWorld(): Promise<{ heightPx: number }> {
    return { heightPx: 400 };
  }

  #runPreload(path: string, ipcRenderer: StandInIpcRenderer): void {
    const electron = {
      ipcRenderer,
      contextBridge: {
        exposeInMainWorld: (key: string, value: unknown) => {
          this.mainWorld[key] = value;
        },
      },
      // A file without a disk behind it: its name says where it lies, if it is a path.
      webUtils: { getPathForFile: ({ name }: File) => (name.startsWith('/') ? name : '') },
    };
    // A sandboxed preload script may require nothing but this.
    const require = (name: string): unknown => {
      if (name !== 'electron') throw new Error(`module not found: ${name}`);
      return electron;
    };
    new Function('require', 'module', 'exports', readFileSync(path, 'utf8'))(require, {}, {});
  }
}

type UsedWindow =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'destroy';

export class StandInWindow extends EventEmitter implements Pick<BrowserWindow, UsedWindow> {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: StandInContents;
  readonly did: string[] = [];
  bounds: Rectangle;

  constructor(around: Surroundings, options: BrowserWindowConstructorOptions) {
    super();
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.options = options;
    this.webContents = new StandInContents(around, options.webPreferences?.preload);
    around.windows.push(this);
    around.onContents(this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }
  show(): void {
    this.did.push('show');
  }
  maximize(): void {
    this.did.push('maximize');
  }
  isMaximized(): boolean {
    return this.did.includes('maximize');
  }
  getNormalBounds(): Rectangle {
    return this.bounds;
  }
  isDestroyed(): boolean {
    return this.did.includes('destroy');
  }
  focus(): void {
    this.did.push('focus');
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    this.did.push('restore');
  }
  destroy(): void {
    this.did.push('destroy');
    this.webContents.emit('destroyed');
  }
}
