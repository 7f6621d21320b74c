import type { MessagePortMain } from 'electron';
import type { Channel } from '../contract/channels.ts';

/** One end of a way between a window, or the main process, and the shop. */
export function portTransport(port: MessagePortMain): Channel {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (hear) => {
      port.on('message', ({ data }) => hear(data));
      port.start();
    },
    onClose: (gone) => void port.once('close', gone),
    close: () => port.close(),
  };
}
