import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent, IpcRenderer, WebFrameMain } from 'electron';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
/** Who sends, as the main process sees it. */
export type Sender = { readonly sender: unknown; readonly senderFrame: Pick<WebFrameMain, 'url' | 'parent'> | null };

/** The main process's end. */
export class StandInIpcMain extends EventEmitter implements Pick<IpcMain, 'handle'> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    this.#handlers.set(channel, handler);
  }

  async invoked(channel: string, sender: Sender, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(sender as IpcMainInvokeEvent, ...args));
  }
}

/** One frame's end. Everything crosses as a copy, and later. */
export class StandInIpcRenderer extends EventEmitter implements Pick<IpcRenderer, 'send' | 'invoke'> {
  readonly #main: StandInIpcMain;
  readonly #sender: () => Sender;

  constructor(main: StandInIpcMain, sender: () => Sender) {
    super();
    this.#main = main;
    this.#sender = sender;
  }

  send(channel: string, ...args: unknown[]): void {
    const copies = structuredClone(args);
    setImmediate(() => this.#main.emit(channel, this.#sender(), ...copies));
  }

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return this.#main.invoked(channel, this.#sender(), structuredClone(args));
  }
}
