import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, MessageChannelMain, type WebContents } from 'electron';
import type { AskedAbilities } from '../contract/host.ts';
import type { HostAsk } from '../contract/host-bridge.ts';
import { useAbility } from '../host/abilities.ts';
import { electronOrigin } from '../host/window-files.ts';
import { abilityMessage, askMessage, connectMessage, type ShopState, shopMessage } from './messages.ts';
import type { ShopChild } from './shop-child.ts';

export type Door = {
  shopGone(how: { readonly forGood: boolean }): void;
  shopRestarted(): void;
  /** Asks the main window, as soon as there is one. */
  ask(ask: HostAsk): void;
};

/** Only the top frame of one of our own windows, showing our own page, is listened to. */
function isOurs({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  if (!senderFrame || senderFrame.parent) return false;
  return senderFrame.url.startsWith(`${electronOrigin}/`);
}

/** The main process's door: the one file on this side where raw messages of a window arrive. */
export function openDoor(options: { shop: () => ShopChild | undefined; abilities: AskedAbilities }): Door {
  // The first is the main window; the others hold paper for a moment.
  const windows = new Set<WebContents>();
  const waiting: HostAsk[] = [];

  /** Every document of a window gets a channel of its own, straight to the shop: the main process never sees a call. */
  function link(contents: WebContents, state: ShopState): void {
    const shop = options.shop();
    if (!shop) {
      contents.postMessage(shopMessage, 'gone' satisfies ShopState);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    shop.connect(port1);
    contents.postMessage(shopMessage, state, [port2]);
  }

  ipcMain.on(connectMessage, (event) => {
    if (!isOurs(event)) return;
    const contents = event.sender;
    if (!windows.has(contents)) contents.once('destroyed', () => windows.delete(contents));
    windows.add(contents);
    link(contents, 'connected');
    for (const ask of waiting.splice(0)) contents.postMessage(askMessage, ask);
  });
  ipcMain.handle(abilityMessage, async (event, name: unknown, args: unknown) => {
    if (!isOurs(event)) throw new Error('A foreign frame asked for an ability.');
    return useAbility(options.abilities, name, args);
  });

  return {
    shopGone: ({ forGood }) => {
      const state: ShopState = forGood ? 'gone-for-good' : 'gone';
      for (const contents of windows) contents.postMessage(shopMessage, state);
    },
    shopRestarted: () => {
      for (const contents of windows) link(contents, 'restarted');
    },
    ask: (ask) => {
      const [main] = windows;
      if (main) main.postMessage(askMessage, ask);
      else waiting.push(ask);
    },
  };
}
