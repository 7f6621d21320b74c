import { EventEmitter } from 'node:events';
import { splitTransport } from '../../contract/channels.ts';
import { StandInPort } from './ports.ts';
import type { FirstParcel, SaidByChild } from './utility.ts';

/** Loaded before a program that expects to be in a utility process: gives it `process.parentPort`. */
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (said: unknown) => void process.send?.({ said } satisfies SaidByChild),
});

/** Like the real one it holds back what arrives before somebody listens: the program's modules are still being loaded. */
const early: unknown[] = [];
function arrive(message: unknown): void {
  if (early.length > 0 || parentPort.listenerCount('message') === 0) early.push(message);
  else parentPort.emit('message', message);
}
parentPort.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => early.splice(0).forEach(arrive));
});

const channels = splitTransport({
  send: (message) => {
    if (process.connected) process.send?.(message);
  },
  onMessage: (hear) => void process.on('message', hear),
  onClose: (gone) => void process.once('disconnect', gone),
});

channels.onOpen((channel) => {
  const [near, far] = StandInPort.pair();
  let first = true;
  channel.onMessage((message) => {
    if (!first) return far.postMessage(message);
    first = false;
    const { data, hasPort } = message as FirstParcel;
    arrive({ data, ports: hasPort ? [near] : [] });
  });
  channel.onClose(() => far.close());
  far.on('message', ({ data }) => channel.send(data));
  far.start();
});

// A utility process dies with its parent.
process.once('disconnect', () => process.exit(0));
Object.assign(process, { parentPort });
