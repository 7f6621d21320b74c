import { EventEmitter } from 'node:events';
import type { MessagePortMain } from 'electron';

/** One end of a message channel, with Electron's behaviour: copies, later, and nothing before `start`. */
export class StandInPort extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  readonly #waiting: unknown[] = [];
  #peer: StandInPort | undefined;
  #started = false;

  static pair(): [StandInPort, StandInPort] {
    const [first, second] = [new StandInPort(), new StandInPort()];
    first.#peer = second;
    second.#peer = first;
    return [first, second];
  }

  postMessage(message: unknown): void {
    const copy: unknown = structuredClone(message);
    const peer = this.#peer;
    setImmediate(() => peer?.take(copy));
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.emit('message', { data, ports: [] });
  }

  close(): void {
    const peer = this.#peer;
    this.#peer = undefined;
    if (!peer) return;
    setImmediate(() => {
      this.emit('close');
      peer.close();
    });
  }

  /** What the other end sent. */
  take(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

export class StandInChannel {
  readonly port1: StandInPort;
  readonly port2: StandInPort;
  constructor() {
    [this.port1, this.port2] = StandInPort.pair();
  }
}

/** The same port as a page knows it: setting `onmessage` starts it. */
export function pagePort(port: StandInPort): Pick<MessagePort, 'onmessage' | 'postMessage'> {
  return {
    postMessage: (message: unknown) => port.postMessage(message),
    set onmessage(hear: ((event: MessageEvent) => void) | null) {
      port.removeAllListeners('message');
      if (hear) port.on('message', hear);
      port.start();
    },
  } as Pick<MessagePort, 'onmessage' | 'postMessage'>;
}
