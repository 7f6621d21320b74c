import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostAsk, HostBridge } from '../contract/host-bridge.ts';
import type { ShopEvent } from '../contract/wire.ts';
import { askingAbilities } from '../host/ability-names.ts';
import { abilityMessage, askMessage, connectMessage, type ShopState, shopMessage } from './messages.ts';

/** The window's door: the one file on this side where raw messages go out and come in. */
const hearing: ((message: unknown) => void)[] = [];
// What was said before the other side listened: the shop's before the window's script ran, the window's before the port came.
const early: unknown[] = [];
const waiting: unknown[] = [];
const asked: HostAsk[] = [];
let hearAsk: ((ask: HostAsk) => void) | undefined;
let port: MessagePort | undefined;
let gone = false;

function hear(message: unknown): void {
  if (hearing.length === 0) early.push(message);
  for (const listener of hearing) listener(message);
}

function hearEvent(event: ShopEvent): void {
  hear({ kind: 'event', event });
}

function link(fresh: MessagePort | undefined): void {
  port = fresh;
  gone = false;
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
  for (const message of waiting.splice(0)) port.postMessage(message);
}

ipcRenderer.on(shopMessage, (event, state: ShopState) => {
  if (state === 'gone' || state === 'gone-for-good') {
    port = undefined;
    gone = true;
    waiting.length = 0;
    hearEvent({ type: 'gone', ...(state === 'gone-for-good' && { forGood: true }) });
    return;
  }
  link(event.ports[0]);
  if (state === 'restarted') hearEvent({ type: 'restarted' });
});

ipcRenderer.on(askMessage, (_event, ask: HostAsk) => {
  if (hearAsk) hearAsk(ask);
  else asked.push(ask);
});

const bridge: HostBridge = {
  send: (message) => {
    if (port) port.postMessage(message);
    else if (!gone) waiting.push(message);
  },
  onMessage: (listener) => {
    hearing.push(listener);
    for (const message of early.splice(0)) listener(message);
  },
  // The main process closes its windows with itself: none is left to be told.
  onClose: () => {},
  onAsk: (listener) => {
    hearAsk = listener;
    for (const ask of asked.splice(0)) listener(ask);
  },
  host: {
    ...askingAbilities((name, args) => ipcRenderer.invoke(abilityMessage, name, args)),
    pathOf: async (file) => webUtils.getPathForFile(file) || undefined,
  },
};
contextBridge.exposeInMainWorld('backshelf', bridge);
ipcRenderer.send(connectMessage);
