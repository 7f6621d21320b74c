import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Channel, splitTransport } from '../contract/channels.ts';
import type { KeptProcess } from '../host/keeper.ts';

export type ShopChild = KeptProcess & { readonly pid: number | undefined; connect(): Channel };

export const shopProcessEntry = fileURLToPath(new URL('../shop/process.ts', import.meta.url));

/** A last backup of a big shop takes seconds; what takes longer than this hangs. */
const stopWithinMs = 30_000;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const force = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  if (child.connected) child.disconnect();
  await exited;
  clearTimeout(force);
}

/** The shop in a child process; many windows share its one pipe. */
export function forkShop({ folder, entry }: { folder: string; entry: string }): ShopChild {
  const child = fork(entry, [folder], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const channels = splitTransport({
    send: (message) => {
      // Between its death and our hearing of it there is nobody to take this; `onClose` tells the window at once.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: (hear) => void child.on('message', hear),
    onClose: (gone) => void child.once('disconnect', gone),
  });
  return {
    pid: child.pid,
    connect: () => channels.open(),
    onExit: (hear) => {
      child.once('exit', hear);
      // A process that never came to life has no exit.
      child.once('error', () => child.pid === undefined && hear());
    },
    stop: () => stop(child),
  };
}
